// A project as its manager sets it up over the REST API.
import { randomUUID } from "node:crypto";

import { done, type Person } from "./person";
import { fileOf, type Pair } from "./tasks";

export type Verdict = {
  verdict: "a" | "b" | "tie" | "both_bad" | "both_good";
  grade: number | null;
};

// How many points a scale has, and what may be said of both.
export type Scale = { points: number; both_bad: boolean; both_good: boolean };

// Whether raters are asked why, of how many tasks in a hundred, and how long.
export type Rationale = { ask: "off" | "optional" | "required"; share?: number; min_length?: number };

export type Judgment = Verdict & { id: string; assignment_id: string; revision: number; rationale: string | null };

export type Progress = { tasks: number; judgments: number; skips: number; tasks_stuck: number; tasks_retired: number };

// A row of the export for training.
export type Preference = {
  prompt: { role: string; content: string }[];
  chosen: { role: string; content: string }[];
  rejected: { role: string; content: string }[];
  external_id: string;
};

type Next = { next: string; assignment_id: string; responses: { text: string }[] };

export class Project {
  private constructor(
    readonly id: string,
    readonly manager: Person,
  ) {}

  static async create(manager: Person, overlap = 1, guidelines = ""): Promise<Project> {
    const data = { name: "Cooking", guidelines, overlap };
    const { id } = await manager.makes<{ id: string }>("/projects", data);
    return new Project(id, manager);
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
    await this.brings(fileOf(pairs));
  }

  // Brings in what a file says.
  async brings(lines: string): Promise<void> {
    const headers = { "content-type": "application/jsonl" };
    const path = `/api/v1/projects/${this.id}/imports`;
    await done(this.manager.api.post(path, { headers, data: lines }));
  }

  // Sends a file that cannot be brought in.
  async fails(text: string): Promise<void> {
    const headers = { "content-type": "application/jsonl" };
    await this.manager.api.post(`/api/v1/projects/${this.id}/imports`, { headers, data: text });
  }

  async becomes(status: "active" | "paused" | "archived"): Promise<void> {
    await this.changes({ status });
  }

  async changes(data: object): Promise<void> {
    await done(this.manager.api.patch(`/api/v1/projects/${this.id}`, { data }));
  }

  // Raters are asked by another scale from now on.
  async asksBy(scale: Scale, rationale: Rationale = { ask: "off" }): Promise<void> {
    await this.asks({ kind: "pair", scale, rationale });
  }

  // Raters are asked by another protocol from now on.
  async asks(protocol: object): Promise<void> {
    await this.changes({ protocol });
  }

  async admits(person: Person, role = "rater"): Promise<void> {
    const data = { email: person.email, role };
    await done(this.manager.api.post(`/api/v1/projects/${this.id}/members`, { data }));
  }

  // The person judges every task over the API; `decide` says how, by what stands first.
  async isJudged(person: Person, decide: (first: string) => Verdict): Promise<void> {
    for (;;) {
      const next = await person.makes<Next>(`/projects/${this.id}/claims`, {});
      if (next.next !== "task") return;
      const verdict = { id: randomUUID(), ...decide(next.responses[0].text) };
      await person.makes(`/assignments/${next.assignment_id}/judgments`, verdict);
    }
  }

  // The person skips every task over the API.
  async isSkipped(person: Person, comment: string): Promise<void> {
    for (;;) {
      const next = await person.makes<Next>(`/projects/${this.id}/claims`, {});
      if (next.next !== "task") return;
      await person.makes(`/assignments/${next.assignment_id}/skips`, { id: randomUUID(), reason: "other", comment });
    }
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
