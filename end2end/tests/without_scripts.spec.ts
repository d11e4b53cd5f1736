import type { Page } from "@playwright/test";

import { picked, textOf } from "../support/files";
import { Project } from "../support/project";
import { fileOf, pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("everything that matters works without scripts", async ({ person, open }) => {
  const manager = await person("Mia", "admin");
  const page = await open({ javaScriptEnabled: false });

  await test.step("signing in", async () => {
    await page.goto("/");
    await page.getByLabel("Email").fill(manager.email);
    await page.getByLabel("Password").fill(manager.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Get started" })).toBeVisible();
  });

  const project = await test.step("making a project", async () => {
    await page.getByRole("link", { name: "New project" }).click();
    await page.getByLabel("Name").fill("Cooking by hand");
    await page.getByLabel("Guidelines").fill("Prefer what can be eaten.");
    await page.getByLabel("Judgments per task").fill("1");
    await page.getByRole("button", { name: "Create project" }).click();
    await expect(page.getByRole("heading", { name: "Cooking by hand" })).toBeVisible();
    return Project.at(page.url(), manager);
  });

  await test.step("bringing tasks in", async () => {
    await page.getByRole("link", { name: "Tasks", exact: true }).click();
    await page.getByLabel("Drop a file here, or choose one").setInputFiles(picked("cooking.jsonl", fileOf(pairs(4))));
    await page.getByRole("button", { name: "Import" }).click();
    await expect(page.getByRole("region", { name: "Imports" })).toContainText("cooking.jsonl");
    expect(await project.progress()).toMatchObject({ tasks: 4 });
  });

  await test.step("starting it", async () => {
    await page.goto(project.page());
    await page.getByRole("button", { name: "Start" }).click();
    await expect(page.getByText("Members can judge tasks.")).toBeVisible();
  });

  const link = await test.step("inviting somebody", async () => {
    await page.getByRole("link", { name: "Members" }).click();
    await page.getByRole("button", { name: "Create invitation" }).click();
    const made = page.getByRole("status").filter({ hasText: "Invitation created" });
    return /http\S+\/invitations\/\S+/.exec(await made.innerText())![0];
  });

  const rater = await open({ javaScriptEnabled: false });
  await test.step("joining", async () => {
    await rater.goto(link);
    await rater.getByLabel("Your name").fill("Ned");
    await rater.getByLabel("Email").fill("ned@example.org");
    await rater.getByLabel("Password").fill("slate gold streak assay");
    await rater.getByRole("button", { name: "Create account and join" }).click();
    await rater.getByRole("link", { name: "Judge", exact: true }).click();
  });

  await test.step("judging and skipping", async () => {
    await judge(rater, "A much better");
    await judge(rater, "Tie");
    await rater.getByRole("button", { name: "Skip S" }).click();
    const dialog = rater.getByRole("dialog", { name: "Why skip this task?" });
    await dialog.getByLabel("The prompt is unclear").check();
    await leaves(rater, () => dialog.getByRole("button", { name: "Skip task" }).click());
    await judge(rater, "Both bad");
    await expect(rater.getByRole("heading", { name: "All done" })).toBeVisible();
  });

  await test.step("looking at the results and taking the data along", async () => {
    await page.goto(project.page("results"));
    await expect(page.getByRole("heading", { name: "Majority" })).toBeVisible();
    await page.getByRole("link", { name: "Export", exact: true }).click();
    const file = page.waitForEvent("download");
    await page.getByRole("link", { name: /^Download/ }).click();
    expect((await textOf(await file)).trim().split("\n")).toHaveLength(1);
  });

  await test.step("signing out", async () => {
    await rater.getByRole("navigation", { name: "Site" }).getByText("Ned", { exact: true }).click();
    await rater.getByRole("button", { name: "Sign out" }).click();
    await expect(rater.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

  expect(await project.progress()).toMatchObject({ judgments: 3, skips: 1 });
  const judgments = await manager.reads<{ grade: number | null }[]>(`/projects/${project.id}/judgments`);
  expect(judgments.map((judgment) => String(judgment.grade)).sort()).toEqual(["-3", "0", "null"]);
});

async function judge(page: Page, verdict: string): Promise<void> {
  await page.getByLabel(verdict).check();
  // What needs scripts is not offered.
  await expect(page.getByText("View", { exact: true })).toBeHidden();
  await leaves(page, () => page.getByRole("button", { name: "Submit" }).click());
}

// Does something that ends with another task, or none, on the page.
async function leaves(page: Page, act: () => Promise<void>): Promise<void> {
  const pair = /answer \d+/.exec(await page.getByRole("region", { name: "Response A" }).innerText())![0];
  await act();
  await expect(page.getByText(`first ${pair}`, { exact: true })).toBeHidden();
}
