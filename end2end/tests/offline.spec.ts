import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("judgments made without a network are sent once it is back", async ({ person, watch }) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(5));
  const desk = await Desk.open(manager, project);
  await desk.judges("1");
  await desk.isSaved();

  await desk.page.context().setOffline(true);
  await desk.judges("3");
  await desk.judges("5");
  await expect(desk.page.getByText("2 not saved yet")).toBeVisible();
  await expect(desk.page.getByText("No connection. Retrying…")).toBeVisible();
  expect(await manager.judgments(project)).toHaveLength(1);
  await desk.page.context().setOffline(false);

  await desk.isSaved();
  const grades = (await manager.judgments(project)).map((judgment) => judgment.grade);
  expect(grades).toEqual([-3, -1, 1]);
});

test("an answer that is lost on its way leads to no second judgment", async ({ person, watch }) => {
  watch.expect(/ERR_FAILED/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(2));
  const desk = await Desk.open(manager, project);
  let sent = 0;
  await desk.page.route("**/rpc/submit", async (route) => {
    sent += 1;
    await route.fetch();
    await route.abort();
  }, { times: 1 });

  await desk.judges("2");

  await desk.isSaved();
  expect(sent).toBe(1);
  expect(await manager.judgments(project)).toMatchObject([{ verdict: "a", grade: -2 }]);
});
