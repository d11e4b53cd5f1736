// A rater's first visit to a project begins with its guidelines, and the last one does not end in
// an empty queue.
import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

const LONG = `Prefer the **tastier** answer.\n\n${"Read both answers to the end. ".repeat(400)}`;

test("who comes for the first time reads the guidelines first, once", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(4), LONG);
  await project.admits(ann);
  const page = await ann.opens(project.page("judge"));
  const drawer = page.getByRole("dialog", { name: "Guidelines" });
  const start = drawer.getByRole("button", { name: "Start judging" });

  await test.step("they open by themselves and are read with the keyboard", async () => {
    await expect(drawer).toContainText("Prefer the tastier answer.");
    await expect(drawer).toContainText("Press G to see them again.");
    expect(await findingsOn(page)).toEqual([]);
    await page.keyboard.press("1");
    await page.keyboard.press("PageDown");
    await expect.poll(() => drawer.evaluate((drawer) => drawer.scrollTop)).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await expect(drawer).toBeHidden();
  });

  await test.step("the task was there all the time, and nothing was decided", async () => {
    const desk = await Desk.at(page);
    await expect(desk.submit).toBeDisabled();
    await page.reload();
    await desk.isReady();
    await expect(drawer, "they were read").toBeHidden();
  });

  await test.step("what has changed since is shown again", async () => {
    await manager.api.patch(`/api/v1/projects/${project.id}`, { data: { guidelines: "Prefer the **healthier** answer." } });
    await page.reload();
    await expect(drawer).toContainText("Prefer the healthier answer.");
    await start.click();
    await (await Desk.at(page)).judges("1");
  });

  await test.step("who has judged knows them, in another browser, too", async () => {
    const desk = await Desk.open(ann, project);
    await expect(desk.page.getByRole("dialog")).toHaveCount(0);
    await desk.page.keyboard.press("g");
    await expect(desk.page.getByRole("button", { name: "Continue judging" })).toBeVisible();
  });
});

test("without guidelines there is nothing to read first", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(1));
  const desk = await Desk.open(manager, project);

  await expect(desk.page.getByRole("dialog")).toHaveCount(0);
  await desk.judges("1");
  await test.step("who is done is led to the other projects, not to an empty queue", async () => {
    await expect(desk.page.getByRole("heading", { name: "All done" })).toBeVisible();
    await expect(desk.page.getByRole("link", { name: "Check again" })).toHaveCount(0);
    await desk.page.getByRole("main").getByRole("link", { name: "Your projects" }).click();
    await expect(desk.page).toHaveURL(/\/$/);
  });
});

test("where nothing is left to judge, no guidelines come first", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(1), LONG);
  await project.isJudged(manager, () => ({ verdict: "tie", grade: 0 }));
  const ann = await person("Ann");
  await project.admits(ann);
  const page = await ann.opens(project.page("judge"));

  await expect(page.getByRole("heading", { name: "All done" })).toBeVisible();
  await isAlive(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
