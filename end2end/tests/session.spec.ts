import type { Page } from "@playwright/test";

import { Desk } from "../support/desk";
import type { Person } from "../support/person";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("a session that ends while judging costs nothing", async ({ person, watch }) => {
  watch.expect(/status of 401/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  await desk.judges("1");
  await desk.isSaved();

  await manager.api.delete("/api/v1/account/sessions");
  await desk.judges("6");
  await expect(page.getByRole("alert")).toContainText("You are signed out");
  await expect(page.getByRole("alert")).toContainText("1 answer is kept in this browser");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("link", { name: "Sign in in a new tab" }).click();
  await signIn(await opened, manager);
  // The sign-in page names the judge page in its address too.
  await (await opened).waitForURL((url) => url.pathname === project.page("judge"));
  await page.getByRole("button", { name: "I've signed in" }).click();

  await desk.isSaved();
  await expect(page.getByRole("alert")).toBeHidden();
  await desk.judges("4");
  await desk.isSaved();
  await manager.signIn();
  const grades = (await manager.judgments(project)).map((judgment) => judgment.grade);
  expect(grades).toEqual([-3, 2, 0]);
});

test("what could not be sent outlives the tab", async ({ person, watch }) => {
  watch.expect(/status of 401/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const context = page.context();

  await context.clearCookies();
  const first = await desk.judges("2");
  const second = await desk.judges("7");
  await expect(page.getByRole("alert")).toContainText("2 answers are kept in this browser");
  await page.close();
  const later = await context.newPage();
  await later.goto(project.page("judge"));
  await signIn(later, manager);

  const back = await Desk.at(later);
  await expect.poll(() => manager.judgments(project)).toHaveLength(2);
  expect((await manager.judgments(project)).map((judgment) => judgment.grade)).toEqual([-2, 3]);
  expect([first.pair, second.pair]).not.toContain((await back.shown()).pair);
});

async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
