// Somebody with an account: opens pages, and asks the REST API.
import { type APIRequestContext, type APIResponse, type BrowserContextOptions, expect, type Page } from "@playwright/test";

import type { Judgment, Project } from "./project";

export type OpenContext = (options?: BrowserContextOptions) => Promise<Page>;

export class Person {
  constructor(
    readonly name: string,
    readonly email: string,
    readonly password: string,
    readonly api: APIRequestContext,
    readonly open: OpenContext,
  ) {}

  // Signs in over the API, and again when the session is gone.
  async signIn(): Promise<void> {
    const { email, password } = this;
    await done(this.api.post("/api/v1/session", { data: { email, password } }));
  }

  // A new browser in which this person is signed in, at `path`.
  async opens(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.open({ ...options, storageState: await this.api.storageState() });
    await page.goto(path);
    return page;
  }

  // Reads something that the API holds.
  async reads<T>(path: string): Promise<T> {
    return (await done(this.api.get(`/api/v1${path}`))).json();
  }

  // Makes something over the API.
  async makes<T>(path: string, data: unknown): Promise<T> {
    return (await done(this.api.post(`/api/v1${path}`, { data }))).json();
  }

  // This person's judgments in a project, in the order in which they came.
  async judgments(project: Project): Promise<Judgment[]> {
    return (await this.reads<Judgment[]>(`/projects/${project.id}/judgments/mine`)).reverse();
  }
}

// The answer, which has to be a good one.
export async function done(answer: Promise<APIResponse>): Promise<APIResponse> {
  const response = await answer;
  expect(response.ok(), `${response.status()} ${response.url()} ${await response.text()}`).toBe(true);
  return response;
}
