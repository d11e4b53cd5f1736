// Judgments one by one: the list, and each as its rater saw it.
import { findingsOn } from "../support/accessibility";
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { asking, isSaved, opens, order, sets } from "../support/sets";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("a manager looks at a judgment as its rater saw it, and at its correction", async ({ person, watch }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(3));
  await project.admits(ann);
  await project.asksBy({ points: 7, both_bad: true, both_good: false }, { ask: "optional" });
  const page = await manager.opens(project.page("judgments"));
  await expect(page.getByRole("heading", { name: "No judgments yet" })).toBeVisible();

  const desk = await Desk.open(ann, project);
  const shown = await desk.shown();
  await desk.page.keyboard.press("1");
  await desk.page.keyboard.press("r");
  await desk.page.keyboard.type("A <b>knows</b> it.");
  await desk.page.keyboard.press("Control+Enter");
  await desk.hasLeft(shown);
  await desk.page.keyboard.press("u");
  await desk.page.keyboard.press("5");
  await desk.page.keyboard.press("Enter");
  await desk.isSaved();

  await page.reload();
  const rows = page.getByRole("region", { name: "Judgments" }).getByRole("row");
  await expect(rows.nth(1)).toContainText(/Ann.*B slightly better.*correction.*A <b>knows<\/b> it\./);
  await expect(rows.nth(2)).toContainText(/Ann.*A much better/);
  await rows.nth(2).getByRole("link").click();
  await expect(page.getByRole("list", { name: "Verdict" }).locator("[aria-current]")).toHaveText("✓ A much better");
  await expect(page.getByText("A <b>knows</b> it.")).toBeVisible();
  const first = page.getByRole("region", { name: "Response A" });
  await expect(first).toContainText(shown.first === "A" ? "first answer" : "second answer");
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "B slightly better" }).click();
  await expect(page.getByRole("list", { name: "Verdict" }).locator("[aria-current]")).toHaveText("✓ B slightly better");

  await page.getByRole("link", { name: "All judgments" }).click();
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole("link", { name: "Older" })).toBeHidden();
  watch.expect(/403/);
  const refused = await ann.opens(project.page("judgments"));
  await expect(refused.getByText(/only .* can/i)).toBeVisible();
});

test("a long list of judgments goes on to older ones", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(53));
  await project.isJudged(manager, () => ({ verdict: "tie", grade: 0 }));
  const page = await manager.opens(project.page("judgments"));
  const tasks = page.getByRole("region", { name: "Judgments" }).getByRole("rowheader");
  await expect(tasks).toHaveCount(50);
  const newest = await tasks.allInnerTexts();

  await page.getByRole("link", { name: "Older" }).click();
  await expect(tasks).toHaveCount(3);
  const all = new Set([...newest, ...(await tasks.allInnerTexts())]);
  expect(all.size).toBe(53);
  await page.getByRole("link", { name: "Back to newest" }).click();
  await expect(tasks).toHaveText(newest);
});

// What was pressed, and what the manager reads of it, with the responses in the order of then.
const KINDS = [
  {
    protocol: { kind: "ranking", ties: true },
    responses: 3,
    keys: ["3", "1", "t", "2"],
    said: { ranking: "A = C > B" },
    listed: "A = C > B",
  },
  {
    protocol: { kind: "best_worst" },
    responses: 4,
    keys: ["4", "2"],
    said: { Best: "✓ D", Worst: "✓ B" },
    listed: "Best D, worst B",
  },
  {
    protocol: { kind: "rating", levels: { look: "labels", count: 3, labels: ["Useless", "Fair", "Great"] } },
    responses: 1,
    keys: ["3"],
    said: { Rating: "✓ Great" },
    listed: "Great",
  },
];

for (const { protocol, responses, keys, said, listed } of KINDS) {
  test(`a judgment of the kind ${protocol.kind} is replayed as it was made`, async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, protocol, sets(1, responses));
    const page = await opens(manager, project);
    const shown = await order(page);
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.press("Enter");
    await isSaved(page);

    const [judgment] = await manager.judgments(project);
    const replay = await manager.opens(`${project.page("judgments")}/${judgment.id}`);
    expect(await order(replay)).toEqual(shown);
    for (const [step, text] of Object.entries(said)) {
      const chosen = replay.getByRole("list", { name: step }).locator("[aria-current]");
      await expect(step === "ranking" ? replay.locator(".said__ranking") : chosen, step).toHaveText(text);
    }
    expect(await findingsOn(replay)).toEqual([]);

    const list = await manager.opens(project.page("judgments"));
    await expect(list.getByRole("row").nth(1)).toContainText(listed);
  });
}
