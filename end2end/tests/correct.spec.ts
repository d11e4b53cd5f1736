// Undo: the last judgments come back with their answers, and corrections count in their place.
import { findingsOn } from "../support/accessibility";
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { asking, isSaved, sets } from "../support/sets";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("judgments are reopened and corrected with the keyboard", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(6));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const undo = page.getByRole("button", { name: "Undo" });
  await expect(undo).toBeHidden();
  const first = await desk.judges("1");
  const second = await desk.judges("7");
  const front = await desk.shown();
  await page.keyboard.press("4");

  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edit your earlier answer");
  expect(await desk.shown(), "with the sides of before").toEqual(second);
  await expect(desk.radio("7")).toBeChecked();
  await expect(page.getByRole("button", { name: "Save correction" })).toBeEnabled();
  await page.keyboard.press("u");
  expect(await desk.shown()).toEqual(first);
  await expect(desk.radio("1")).toBeChecked();
  await expect(undo).toBeHidden();
  await page.keyboard.press("x");
  await page.keyboard.press("Enter");
  await desk.hasLeft(first);
  expect(await desk.shown(), "what was in front has waited").toEqual(front);
  await expect(desk.radio("4"), "with its draft").toBeChecked();
  await page.keyboard.press("Enter");
  await desk.hasLeft(front);
  await desk.isSaved();

  const kept = await manager.judgments(project);
  expect(kept.map(({ verdict, revision }) => [verdict, revision])).toEqual([
    ["a", 1],
    ["b", 1],
    ["both_bad", 2],
    ["tie", 1],
  ]);
  expect(kept[2].assignment_id).toBe(kept[0].assignment_id);
});

test("a correction is left with Escape or with its button, and nothing is sent", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  await desk.judges("2");
  const front = await desk.shown();

  await page.getByRole("button", { name: "Undo" }).click();
  await page.keyboard.press("Escape");
  expect(await desk.shown()).toEqual(front);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("button", { name: "Skip" })).toBeHidden();
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(await desk.shown()).toEqual(front);
  await desk.isSaved();

  expect(await manager.judgments(project)).toHaveLength(1);
});

test("judgments made without a network are corrected before they are sent", async ({ person, watch }) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(6));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  await page.context().setOffline(true);
  await desk.judges("1");
  await page.keyboard.press("u");
  await page.keyboard.press("5");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 not saved yet")).toBeVisible();

  await page.context().setOffline(false);
  await desk.isSaved();

  expect(await manager.judgments(project)).toMatchObject([
    { grade: -3, revision: 1 },
    { grade: 1, revision: 2 },
  ]);
});

test("a draft outlives a reload, and the end of the tasks is no end of corrections", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(1));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const shown = await desk.shown();
  await page.keyboard.press("6");
  await expect(desk.radio("6")).toBeChecked();

  await page.reload();
  await expect(desk.radio("6")).toBeChecked();
  await page.keyboard.press("Enter");
  await desk.hasLeft(shown);
  await page.keyboard.press("u");
  expect(await desk.shown()).toEqual(shown);
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await desk.hasLeft(shown);
  await desk.isSaved();

  expect(await manager.judgments(project)).toMatchObject([{ grade: 2 }, { grade: -2 }]);
});

test("what was judged before a reload comes back from the server, sides and answers as they were", async ({
  person,
  watch,
}) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(8));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const undo = page.getByRole("button", { name: "Undo" });
  const judged = [];
  for (const key of ["1", "7", "x"]) judged.push({ key, shown: await desk.judges(key) });
  await desk.isSaved();

  await page.reload();
  await desk.isReady();
  const front = await desk.shown();
  await page.keyboard.press("4");
  await desk.judges("2");
  const next = await desk.shown();
  await page.keyboard.press("u");
  expect(await desk.shown(), "the last is here").toEqual(front);
  for (const { key, shown } of judged.toReversed()) {
    await undo.click();
    await expect(page.getByText(`first answer ${shown.pair}`, { exact: true })).toBeVisible();
    expect(await desk.shown(), "with the sides of before").toEqual(shown);
    await expect(desk.radio(key.toUpperCase()), "with its answer").toBeChecked();
  }
  await undo.click();
  await expect(undo, "there is nothing before").toBeHidden();
  await page.keyboard.press("6");
  await page.keyboard.press("Enter");
  await desk.hasLeft(judged[0].shown);
  expect(await desk.shown(), "what was in front has waited").toEqual(next);
  await desk.isSaved();

  await page.reload();
  await desk.isReady();
  await page.context().setOffline(true);
  await undo.click();
  const missed = page.getByRole("alert").filter({ hasText: "The earlier task didn't load." });
  await expect(missed).toBeVisible();
  expect(await findingsOn(page)).toEqual([]);
  expect(await desk.shown()).toEqual(next);
  await page.context().setOffline(false);
  await missed.getByRole("button", { name: "Try again" }).click();
  await desk.hasLeft(next);
  expect(await desk.shown()).toEqual(front);
  await expect(missed).toBeHidden();
  await page.keyboard.press("Escape");
  expect(await desk.shown()).toEqual(next);

  const kept = await manager.judgments(project);
  expect(kept.map(({ grade, revision }) => [grade, revision])).toEqual([
    [-3, 1],
    [3, 1],
    [null, 1],
    [-2, 1],
    [2, 2],
  ]);
  expect(kept[4].assignment_id).toBe(kept[0].assignment_id);
});

test("a task that was skipped comes back with what was drafted, and is judged after all", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const first = await desk.judges("1");
  const skipped = await desk.shown();
  await page.keyboard.press("6");
  await page.keyboard.press("s");
  await page.getByLabel("The text is broken or cut off").check();
  await page.getByRole("button", { name: "Skip task" }).click();
  await desk.hasLeft(skipped);
  const front = await desk.shown();
  await desk.isSaved();

  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("You skipped this task");
  expect(await desk.shown()).toEqual(skipped);
  await expect(desk.radio("6")).toBeChecked();
  await page.keyboard.press("u");
  expect(await desk.shown(), "and further back").toEqual(first);
  await page.keyboard.press("Escape");
  expect(await desk.shown()).toEqual(front);
  await page.reload();
  await desk.isReady();
  await page.keyboard.press("u");
  await expect(page.getByRole("heading", { level: 1 }), "from the server").toHaveText("You skipped this task");
  expect(await findingsOn(page)).toEqual([]);
  expect(await desk.shown()).toEqual(skipped);
  await page.keyboard.press("6");
  await expect(desk.submit).toBeEnabled();
  await page.keyboard.press("Enter");
  await desk.hasLeft(skipped);
  expect(await desk.shown()).toEqual(front);
  await desk.isSaved();

  expect(await manager.judgments(project)).toMatchObject([
    { grade: -3, revision: 1 },
    { grade: 2, revision: 1 },
  ]);
  expect(await project.progress()).toMatchObject({ judgments: 2, skips: 0 });
});

// What was said, and what is asked, for everything that a judgment may hold.
const SAID = [
  {
    name: "a pair with all that may be asked beside it",
    responses: 2,
    protocol: {
      kind: "pair",
      scale: { points: 7, both_bad: true },
      criteria: [
        { key: "facts", name: "Is it right?", form: { levels: { look: "stars", count: 5 } } },
        { key: "style", name: "Which reads better?", form: { pairwise: { points: 3 } } },
      ],
      flags: [{ key: "unsafe", name: "Unsafe" }],
      spans: true,
      confidence: true,
      rewrite: "optional",
      rationale: { ask: "required", share: 100, min_length: 3 },
    },
    said: {
      verdict: "b",
      grade: 2,
      rationale: "Shorter, and right.",
      answers: {
        criteria: { facts: { levels: [4, null] }, style: { grade: -1 } },
        confidence: 3,
        flags: [{ reason: "unsafe" }, { response: 1, reason: "unsafe" }],
        flag_comment: "Look closely.",
        spans: [{ response: 1, start: 0, end: 6, mark: "good", comment: "To the point." }],
        rewrite: { of: 1, text: "A better answer." },
      },
    },
  },
  { name: "a ranking", responses: 4, protocol: { kind: "ranking", ties: true }, said: { answers: { ranking: [2, 1, 2, 3] } } },
  { name: "best and worst", responses: 3, protocol: { kind: "best_worst" }, said: { answers: { best: 2, worst: 0 } } },
  {
    name: "a rating",
    responses: 1,
    protocol: { kind: "rating", levels: { look: "stars", count: 5 } },
    said: { answers: { rating: 4 } },
  },
];

for (const { name, responses, protocol, said } of SAID) {
  test(`${name} comes back from the server with nothing left out`, async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, protocol, sets(2, responses));
    const { assignment_id } = await manager.makes<{ assignment_id: string }>(`/projects/${project.id}/claims`, { have: [] });
    await manager.makes(`/assignments/${assignment_id}/judgments`, { id: crypto.randomUUID(), ...said });
    const page = await manager.opens(project.page("judge"));
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();

    await page.keyboard.press("u");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edit your earlier answer");
    await page.getByRole("button", { name: "Save correction" }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Edit your earlier answer");
    await isSaved(page);

    const [first, second] = await manager.judgments(project);
    expect(first).toMatchObject({ ...said, revision: 1 });
    expect(second).toMatchObject({ ...said, revision: 2 });
  });
}
