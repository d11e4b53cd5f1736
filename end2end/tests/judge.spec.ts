import { Desk, type Shown, verdictOf } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("twenty pairs are judged by keyboard alone and kept as they were pressed", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(20));
  await project.admits(ann);
  const keys = ["1", "2", "3", "4", "5", "6", "7", "x", "1", "7", "6", "5", "3", "2", "4", "7", "1", "x", "5", "2"];

  const desk = await Desk.open(ann, project);
  const shown: Shown[] = [];
  for (const key of keys) shown.push(await desk.judges(key));
  await expect(desk.page.getByRole("heading", { name: "All done" })).toBeVisible();
  await desk.isSaved();

  expect(await ann.judgments(project)).toMatchObject(keys.map((key) => verdictOf(key)));
  expect(await project.progress()).toMatchObject({ judgments: 20, skips: 0 });
  const chosen = (await project.preferences()).map((row) => [row.external_id, row.chosen[0].content]);
  expect(chosen.sort()).toEqual(keys.flatMap((key, n) => chosenBy(key, shown[n])).sort());
});

// The row that a key makes, once the sides are undone; none where no side is better.
function chosenBy(key: string, { pair, first }: Shown): [string, string][] {
  const { verdict } = verdictOf(key);
  if (verdict !== "a" && verdict !== "b") return [];
  const chosen = verdict === first.toLowerCase() ? "first" : "second";
  return [[`pair-${pair}`, `${chosen} answer ${pair}`]];
}

test("a task is skipped with a reason", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(3));
  const desk = await Desk.open(manager, project);
  const dialog = desk.page.getByRole("dialog", { name: "Why skip this task?" });

  await test.step("by keyboard", async () => {
    const shown = await desk.shown();
    await desk.page.keyboard.press("s");
    await expect(dialog).toBeVisible();
    await desk.page.keyboard.press("2");
    await desk.page.keyboard.press("Enter");
    await desk.hasLeft(shown);
    await expect(dialog).toBeHidden();
    await desk.isSaved();
  });

  await test.step("something else wants words", async () => {
    const shown = await desk.shown();
    await desk.page.getByRole("button", { name: "Skip" }).click();
    await dialog.getByRole("radio", { name: "Something else" }).check();
    await dialog.getByRole("button", { name: "Skip task" }).click();
    await expect(dialog.getByRole("alert")).toContainText("Briefly explain why you are skipping");
    await dialog.getByLabel("Comment").fill("my own text");
    await dialog.getByRole("button", { name: "Skip task" }).click();
    await desk.hasLeft(shown);
  });

  await test.step("Escape leaves everything as it was", async () => {
    const shown = await desk.shown();
    await desk.page.keyboard.press("s");
    await desk.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    expect(await desk.shown()).toEqual(shown);
  });

  await expect.poll(() => project.progress()).toMatchObject({ judgments: 0, skips: 2 });
});

test("the guidelines open beside the task, and keys rest meanwhile", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(1), "Prefer the **tastier** answer.");
  const desk = await Desk.open(manager, project);
  const drawer = desk.page.getByRole("dialog", { name: "Guidelines" });

  await desk.page.keyboard.press("g");
  await expect(drawer).toContainText("Prefer the tastier answer.");
  await desk.page.keyboard.press("1");
  await desk.page.keyboard.press("Escape");

  await expect(drawer).toBeHidden();
  await expect(desk.submit).toBeDisabled();
});

test("pressing twice judges once", async ({ person, watch }) => {
  watch.expect(/status of 409/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const desk = await Desk.open(manager, project);

  await test.step("a double click", async () => {
    const shown = await desk.shown();
    await desk.page.getByRole("radio", { name: "A much better" }).check();
    await desk.submit.dblclick();
    await desk.hasLeft(shown);
  });

  await test.step("a double Enter", async () => {
    const shown = await desk.shown();
    await desk.page.keyboard.press("7");
    await desk.page.keyboard.press("Enter");
    await desk.page.keyboard.press("Enter");
    await desk.hasLeft(shown);
  });

  await test.step("in two tabs", async () => {
    const page = await desk.page.context().newPage();
    await page.goto(project.page("judge"));
    const other = await Desk.at(page);
    const shown = await desk.judges("3");
    await desk.isSaved();
    expect(await other.shown()).toEqual(shown);
    await other.judges("3");
    await expect(page.getByRole("alert")).toContainText("already judged this task");
  });

  await desk.isSaved();
  const verdicts = (await manager.judgments(project)).map((judgment) => judgment.verdict);
  expect(verdicts).toEqual(["a", "b", "a"]);
});

test("leaving and coming back loses and repeats nothing", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const page = await manager.opens(project.page());
  await page.getByRole("link", { name: "Judge", exact: true }).first().click();
  let desk = await Desk.at(page);
  const judged = [(await desk.judges("1")).pair];
  await desk.isSaved();

  await test.step("the back button leads out, forward leads to the next task", async () => {
    const shown = await desk.shown();
    await page.goBack();
    await expect(page.getByRole("navigation", { name: "Project" })).toBeVisible();
    await page.goForward();
    desk = await Desk.at(page);
    expect(await desk.shown()).toEqual(shown);
    judged.push((await desk.judges("2")).pair);
    await desk.isSaved();
  });

  await test.step("a reload shows the same task again, with the draft", async () => {
    const shown = await desk.shown();
    await page.keyboard.press("5");
    await expect(desk.submit).toBeEnabled();
    await page.reload();
    await expect(desk.radio("5")).toBeChecked();
    expect(await desk.shown()).toEqual(shown);
    judged.push((await desk.judges("6")).pair);
    await desk.isSaved();
  });

  expect(new Set(judged).size).toBe(3);
  const verdicts = (await manager.judgments(project)).map((judgment) => judgment.grade);
  expect(verdicts).toEqual([-3, -2, 2]);
});

test("texts are shown as they were written, and rendered again", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const text = "A **bold**\n  claim: a\u202Eb, `x < y`";
  const answer = (order: string) => ({ model: order, text: `${text} ${order} answer 1` });
  const pair = { id: "1", prompt: text, responses: [answer("first"), answer("second")] };
  const project = await Project.active(manager, [pair]);
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const response = desk.response("A");
  await expect(response).not.toContainText("**");

  await page.keyboard.press("m");
  await page.getByText("View", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Raw" })).toHaveAttribute("aria-pressed", "true");
  await expect(response).toContainText("A **bold**\n  claim: aRLOb, `x < y`", { useInnerText: true });
  // The prompt and both responses.
  await expect(page.locator(".markdown--raw").getByText("**")).toHaveCount(3);
  await page.getByRole("button", { name: "Raw" }).click();
  await expect(response).not.toContainText("**");
});
