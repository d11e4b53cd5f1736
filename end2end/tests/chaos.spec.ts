// Crashes, reloads and tabs beside each other: every judgment is on the server once, and the page
// said «Saved» for none that was not.
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("a server that is killed and started again costs nothing", async ({ person, server, watch }) => {
  watch.expect(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_FAILED/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(8));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  await desk.judges("1");
  await desk.isSaved();

  // Recorded, and the server dies before anybody hears of it.
  await page.route("**/rpc/submit", async (route) => {
    await route.fetch();
    await server.crash();
    await route.abort();
  }, { times: 1 });
  await desk.judges("2");
  await desk.judges("3");
  await expect(page.getByText("2 not saved yet")).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeHidden();
  await server.restart();

  await desk.isSaved();
  await desk.judges("5");
  await desk.isSaved();
  const grades = (await manager.judgments(project)).map((judgment) => judgment.grade);
  expect(grades).toEqual([-3, -2, -1, 1]);
});

test("a reload while a judgment is on its way loses and doubles nothing", async ({ person, watch }) => {
  watch.expect(/ERR_FAILED|ERR_ABORTED/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(6));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const before = await desk.shown();

  // The first never arrives; the second arrives, and nobody hears of it.
  for (const arrives of [false, true]) {
    const hung = new Promise<void>((resolve) => {
      void page.route("**/rpc/submit", async (route) => {
        if (arrives) await route.fetch();
        resolve();
      }, { times: 1 });
    });
    await desk.judges("6");
    await hung;
    await page.reload();
    await desk.isReady();
    expect(await desk.shown()).not.toEqual(before);
  }
  await expect.poll(() => manager.judgments(project)).toHaveLength(2);
  await desk.judges("4");
  await desk.isSaved();

  const judgments = await manager.judgments(project);
  expect(judgments.map((judgment) => judgment.grade)).toEqual([2, 2, 0]);
  expect(new Set(judgments.map((judgment) => judgment.assignment_id)).size).toBe(3);
});

test("two tabs of one rater judge no task twice", async ({ person, watch }) => {
  watch.expect(/status of 409/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(12));
  const one = await Desk.open(manager, project);
  const page = await one.page.context().newPage();
  await page.goto(project.page("judge"));
  const other = await Desk.at(page);
  expect(await other.shown(), "what is in hand lies in both").toEqual(await one.shown());

  await one.judges("1");
  await one.isSaved();
  await other.judges("7");
  await expect(page.getByText(/you have already judged this task/i)).toBeVisible();
  // Both go on, each with what the other may have judged.
  for (let n = 0; n < 3; n += 1) {
    await one.judges("2");
    await one.isSaved();
    await other.judges("6");
  }
  await other.isSaved();

  const judgments = await manager.judgments(project);
  expect(new Set(judgments.map((judgment) => judgment.assignment_id)).size).toBe(judgments.length);
  expect(judgments[0]).toMatchObject({ grade: -3 });
});
