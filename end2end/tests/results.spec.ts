// Results speak of what was asked, and stay readable with many models and raters.
import { randomUUID } from "node:crypto";

import { findingsOn } from "../support/accessibility";
import type { Person } from "../support/person";
import { Project } from "../support/project";
import { expect, test } from "../support/test";

type Next = { next: string; assignment_id: string; responses: { text: string }[] };

// What a pair project would say.
const OF_PAIRS = ["First response better", "Both good", "Prefers the side shown first", "Majority", "Cohen"];

// A task of so many responses, the best by model-1.
function set(task: number, size: number): string {
  const responses = Array.from({ length: size }, (_, n) => ({ text: `Answer ${task}.${n + 1}`, model: `model-${n + 1}` }));
  return `${JSON.stringify({ id: `set-${task}`, prompt: `Question ${task}?`, responses })}\n`;
}

// Judges everything; `answers` says how.
async function judges(person: Person, project: Project, answers: (places: number[]) => object): Promise<void> {
  for (;;) {
    const next = await person.makes<Next>(`/projects/${project.id}/claims`, {});
    if (next.next !== "task") return;
    const places = next.responses.map(({ text }) => Number(text.split(".").pop()));
    await person.makes(`/assignments/${next.assignment_id}/judgments`, { id: randomUUID(), answers: answers(places) });
  }
}

async function judged(manager: Person, rater: Person, protocol: object, size: number, answers: (places: number[]) => object): Promise<Project> {
  const project = await Project.create(manager, 2);
  await project.asks(protocol);
  await project.brings(Array.from({ length: 3 }, (_, task) => set(task, size)).join(""));
  await project.becomes("active");
  await project.admits(rater);
  for (const person of [manager, rater]) await judges(person, project, answers);
  return project;
}

test("rankings, best and worst, and ratings say nothing of sides", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");

  const ranking = await judged(manager, ann, { kind: "ranking", ties: true }, 3, (places) => ({ ranking: places }));
  const page = await manager.opens(ranking.page("results"));
  const ranks = page.getByRole("region", { name: "3 responses ranked together" });
  await expect(ranks.getByRole("row").nth(1)).toContainText("model-11.00");
  await expect(page.getByText("mean tau-b")).toBeVisible();
  for (const word of OF_PAIRS) await expect(page.getByText(word)).toHaveCount(0);
  expect(await findingsOn(page)).toEqual([]);

  const best = await judged(manager, ann, { kind: "best_worst" }, 4, (places) => ({
    best: places.indexOf(1),
    worst: places.indexOf(4),
  }));
  await page.goto(best.page("results"));
  const rows = page.getByRole("region", { name: "4 responses ranked together" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("model-11.00");
  await expect(rows.nth(4)).toContainText("model-44.00");
  for (const word of OF_PAIRS) await expect(page.getByText(word)).toHaveCount(0);

  const levels = { look: "labels", count: 3, labels: ["Useless", "Fair", "Great"] };
  const rating = await judged(manager, ann, { kind: "rating", levels }, 1, () => ({ rating: 3 }));
  await page.goto(rating.page("results"));
  for (const label of levels.labels) await expect(page.getByRole("columnheader", { name: label })).toBeVisible();
  for (const word of [...OF_PAIRS, "Win rate"]) await expect(page.getByText(word)).toHaveCount(0);
  expect(await findingsOn(page)).toEqual([]);
});

for (const scripts of [true, false]) {
  test(`sixty models stay readable ${scripts ? "with" : "without"} scripts`, async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await Project.create(manager, 1);
    const name = (n: number) => `lab-${n % 60}/a-model-with-a-long-name-instruct-2026-01-31`;
    const task = (n: number) => JSON.stringify({
      id: `task-${n}`,
      prompt: `Question ${n}?`,
      responses: [{ text: `Answer ${n}.1`, model: name(n) }, { text: `Answer ${n}.2`, model: name(n + 1) }],
    });
    await project.brings(Array.from({ length: 60 }, (_, n) => `${task(n)}\n`).join(""));
    await project.becomes("active");
    await project.isJudged(manager, (first) => ({ verdict: first.endsWith(".1") ? "a" : "b", grade: first.endsWith(".1") ? -3 : 3 }));
    const page = await manager.opens(project.page("results"), { javaScriptEnabled: scripts });

    const matrix = page.getByRole("region", { name: "Model vs. model" });
    await expect(matrix.getByRole("row")).toHaveCount(61);
    const box = (await matrix.boundingBox())!;
    expect(box.height).toBeLessThan(600);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(6_000);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

    const header = matrix.getByRole("rowheader", { name: name(7) });
    await expect(header.locator("[aria-hidden]")).toHaveText("lab-7/a-model-…ct-2026-01-31");
    await header.locator(".name").focus();
    await expect(header.locator(".name__whole")).toHaveCSS("clip-path", "none");

    const rates = page.getByRole("region", { name: "Win rates" });
    await expect(rates.getByRole("rowheader")).toHaveCount(20);
    await page.getByText("Show all 60").click();
    await expect(rates.getByRole("rowheader")).toHaveCount(60);
    await page.emulateMedia({ media: "print" });
    if (scripts) await page.getByText("Win rate", { exact: true }).first().scrollIntoViewIfNeeded();
    await expect(rates.getByRole("rowheader")).toHaveCount(60);
  });
}
