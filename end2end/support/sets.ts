// Tasks of any number of responses, and the judge page as their rater uses it.
import { expect, type Page } from "@playwright/test";

import type { Person } from "./person";
import { linesOf, Project } from "./project";

// A row of an export.
export type Row = Record<string, unknown>;

// A file of prompts with so many responses each: prompt 3 has the answers «3.1», «3.2», ….
export function sets(n: number, responses: number): string {
  const set = (index: number) => ({
    id: `set-${index}`,
    prompt: `Question ${index}?`,
    responses: Array.from({ length: responses }, (_, k) => ({ model: `model-${k + 1}`, text: `answer ${index}.${k + 1}` })),
  });
  return Array.from({ length: n }, (_, index) => `${JSON.stringify(set(index + 1))}\n`).join("");
}

export async function asking(manager: Person, protocol: object, file: string): Promise<Project> {
  const project = await Project.create(manager);
  await project.asks(protocol);
  await project.brings(file);
  await project.becomes("active");
  return project;
}

// Which answer stands where, by its number within the set.
export async function order(page: Page): Promise<number[]> {
  const texts = await page.getByRole("region", { name: /^Response [A-I]$/ }).allInnerTexts();
  return texts.map((text) => Number(/answer \d+\.(\d+)/.exec(text)![1]));
}

// The number of the set that is shown.
export async function setOf(page: Page): Promise<string> {
  const text = await page.getByRole("region", { name: "Response A" }).innerText();
  return /answer (\d+)\./.exec(text)![1];
}

export async function opens(person: Person, project: Project, options = {}): Promise<Page> {
  const page = await person.opens(project.page("judge"), options);
  await expect(page.getByRole("button", { name: "Submit" })).toBeDisabled();
  return page;
}

// Does something that brings the next task, or the end.
export async function leaves(page: Page, act: () => Promise<void>): Promise<void> {
  const region = page.getByRole("region", { name: "Response A" });
  const text = /answer \d+\./.exec(await region.innerText())![0];
  await act();
  await expect(page.getByText(text)).toHaveCount(0);
}

export async function isSaved(page: Page): Promise<void> {
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

export async function rows(project: Project, format: string): Promise<Row[]> {
  const answer = await project.manager.api.get(`/api/v1/projects/${project.id}/exports/${format}`);
  return linesOf<Row>(await answer.text());
}
