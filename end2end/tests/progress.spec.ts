// How far a project has come: told to those who run it, stage by stage, and not to its raters.
import type { Page } from "@playwright/test";

import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import type { Person } from "../support/person";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

const firstShown = () => ({ verdict: "a", grade: -1 }) as const;

// Takes a picture where somebody wants to look.
async function picture(page: Page, name: string): Promise<void> {
  const directory = process.env.PICTURES;
  if (directory !== undefined) await page.screenshot({ path: `${directory}/${name}.png`, fullPage: true, animations: "disabled" });
}

async function opens(person: Person, path: string): Promise<Page> {
  const page = await person.opens(path);
  await isAlive(page);
  return page;
}

test("a project says what it waits for, and when it is finished", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const [ann, bob] = [await person("Ann"), await person("Bob")];
  const project = await Project.create(manager, 3);
  await project.imports(pairs(3));
  await project.becomes("active");
  await project.admits(ann);
  const page = await opens(manager, project.page());
  const status = page.getByRole("region", { name: "Progress" });
  await expect(status.getByText("More raters needed")).toBeVisible();
  await expect(status.getByText("1 more rater is needed to finish every task.")).toBeVisible();
  await picture(page, "missing");
  expect(await findingsOn(page)).toEqual([]);

  await test.step("all who could judge have judged", async () => {
    await project.isJudged(ann, firstShown);
    await project.isJudged(manager, firstShown);
    await page.reload();
    await expect(status.getByText("No raters left")).toBeVisible();
    await expect(status.getByText("66% done")).toBeVisible();
    await expect(page.getByRole("link", { name: "Judge", exact: true })).toHaveCount(0);
    await picture(page, "stuck");
    expect(await findingsOn(page)).toEqual([]);
    await status.getByRole("link", { name: "Invite raters" }).click();
    await expect(page).toHaveURL(project.page("members"));
  });

  await test.step("the rater hears that nothing is left, and no figures of the project", async () => {
    const overview = await opens(ann, project.page());
    await expect(overview.getByText("Nothing left to judge")).toBeVisible();
    await expect(overview.getByRole("link", { name: "Judge" })).toHaveCount(0);
    await picture(overview, "rater");
    expect(await findingsOn(overview)).toEqual([]);
    const home = await opens(ann, "/");
    await expect(home.getByText("You've done every task available to you.")).toBeVisible();
    await expect(home.getByRole("progressbar")).toHaveCount(0);
    await expect(home.getByRole("link", { name: "Judge" })).toHaveCount(0);
    await picture(home, "rater_home");
    expect(await findingsOn(home)).toEqual([]);
  });

  await test.step("fewer judgments than there are finish it", async () => {
    await project.changes({ overlap: 1 });
    await page.goto(project.page());
    await expect(status.getByText("All tasks are complete")).toBeVisible();
    await expect(status.getByText("100% done")).toBeVisible();
    await expect(status.getByText("3 judgments more than requested.")).toBeVisible();
    await picture(page, "finished");
    expect(await findingsOn(page)).toEqual([]);
    await page.goto("/");
    await expect(page.getByText("3 of 3 judgments")).toBeVisible();
    await picture(page, "home");
    await page.goto(project.page("results"));
    await expect(page.getByText("100% done")).toBeVisible();
  });

  await test.step("new tasks open it again", async () => {
    await project.imports(pairs(5));
    await project.admits(bob);
    await page.goto(project.page());
    await expect(status.getByText("60% done")).toBeVisible();
    await expect(page.getByRole("link", { name: "Judge", exact: true })).toBeVisible();
    await expect(status.getByText("All tasks are complete")).toHaveCount(0);
    const home = await opens(bob, "/");
    await expect(home.getByText("2 tasks left for you")).toBeVisible();
    await expect(home.getByRole("link", { name: "Judge" })).toBeVisible();
    await picture(home, "open_home");
  });
});

for (const scripts of [true, false]) {
  test(`a task that all have skipped is put back or retired, ${scripts ? "with" : "without"} scripts`, async ({ person }) => {
    const manager = await person("Mia", "admin");
    const ann = await person("Ann");
    const project = await Project.active(manager, pairs(2));
    await project.admits(ann);
    for (const somebody of [manager, ann]) await project.isSkipped(somebody, "No question is asked.");
    const page = await manager.opens(project.page(), { javaScriptEnabled: scripts });
    if (scripts) await isAlive(page);
    const status = page.getByRole("region", { name: "Progress" });
    await expect(status.getByText("No raters left")).toBeVisible();
    await status.getByRole("link", { name: "Show stuck tasks" }).click();
    await expect(page).toHaveURL(project.page("stuck"));
    const stuck = page.getByRole("region", { name: "Stuck tasks" });
    const retired = page.getByRole("region", { name: "Retired tasks" });
    await expect(stuck.getByRole("listitem")).toHaveCount(2);
    const first = stuck.getByRole("listitem").filter({ hasText: "pair-1" });
    await expect(first).toContainText("Question 1?");
    await expect(first).toContainText("0 of 1 judgments");
    await expect(first).toContainText(/Skipped by Ann.*No question is asked\./);
    await picture(page, `stuck_list_${scripts}`);
    if (scripts) expect(await findingsOn(page)).toEqual([]);

    await page.getByRole("button", { name: "Retire: pair-1" }).click();
    await expect(page.getByText("Task retired.")).toBeVisible();
    await expect(retired.getByRole("listitem")).toHaveCount(1);
    await page.getByRole("button", { name: "Put back: pair-2" }).click();
    await expect(page.getByText("Task put back. Raters can judge it again.")).toBeVisible();
    await expect(page.getByText("No stuck tasks")).toBeVisible();
    await picture(page, `stuck_none_${scripts}`);
    expect(await project.progress()).toMatchObject({ tasks: 1, skips: 0, tasks_stuck: 0, tasks_retired: 1 });

    await page.goto(project.page());
    await expect(status.getByRole("link", { name: "1 retired task" })).toBeVisible();
    const judging = await ann.opens(project.page("judge"), { javaScriptEnabled: scripts });
    await expect(judging.getByRole("paragraph").filter({ hasText: "Question 2?" })).toBeVisible();
  });
}
