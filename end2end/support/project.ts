// A project as its manager sets it up over the REST API.
import { done, type Person } from "./person";
import { fileOf, type Pair } from "./tasks";

export type Judgment = {
  id: string;
  task_id: string;
  verdict: "a" | "b" | "tie" | "both_bad";
  grade: number | null;
};

export type Progress = { tasks: number; judgments: number; skips: number };

// A row of the export for training.
export type Preference = {
  prompt: { role: string; content: string }[];
  chosen: { role: string; content: string }[];
  rejected: { role: string; content: string }[];
  external_id: string;
};

export class Project {
  private constructor(
    readonly id: string,
    readonly manager: Person,
  ) {}

  static async create(manager: Person, overlap = 1, guidelines = ""): Promise<Project> {
    const data = { name: "Cooking", guidelines, overlap };
    const view = await manager.makes<{ project?: { id: string }; id?: string }>("/projects", data);
    return new Project((view.project?.id ?? view.id)!, manager);
  }

  // The project whose page has this address.
  static at(address: string, manager: Person): Project {
    return new Project(/\/projects\/([^/?]+)/.exec(address)![1], manager);
  }

  // A project that hands out these pairs.
  static async active(manager: Person, pairs: Pair[], guidelines = ""): Promise<Project> {
    const project = await Project.create(manager, 1, guidelines);
    await project.imports(pairs);
    await project.becomes("active");
    return project;
  }

  // The address of one of its pages.
  page(name = ""): string {
    return `/projects/${this.id}${name === "" ? "" : `/${name}`}`;
  }

  async imports(pairs: Pair[]): Promise<void> {
    const headers = { "content-type": "application/jsonl" };
    const path = `/api/v1/projects/${this.id}/imports`;
    await done(this.manager.api.post(path, { headers, data: fileOf(pairs) }));
  }

  async becomes(status: "active" | "paused" | "archived"): Promise<void> {
    await done(this.manager.api.patch(`/api/v1/projects/${this.id}`, { data: { status } }));
  }

  async admits(person: Person, role = "rater"): Promise<void> {
    const data = { email: person.email, role };
    await done(this.manager.api.post(`/api/v1/projects/${this.id}/members`, { data }));
  }

  async progress(): Promise<Progress> {
    return this.manager.reads<Progress>(`/projects/${this.id}/progress`);
  }

  // What training would get.
  async preferences(): Promise<Preference[]> {
    const path = `/api/v1/projects/${this.id}/exports/trl_preference`;
    const text = await (await done(this.manager.api.get(path))).text();
    return linesOf<Preference>(text);
  }
}

// The objects of a file in JSON Lines.
export function linesOf<T>(text: string): T[] {
  return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}
