// Rankings, best and worst, ratings and criteria: by keyboard, by pointer, on a phone.
import { findingsOn } from "../support/accessibility";
import { asking, isSaved, leaves, opens, order, rows, setOf, sets } from "../support/sets";
import { expect, test } from "../support/test";

const STARS = { levels: { look: "stars", count: 5 } };

const CRITERIA = [
  { key: "facts", name: "Is it right?", help: "Look it up.", required: true, form: STARS },
  { key: "style", name: "Which reads better?", form: { pairwise: { points: 3 } } },
  {
    key: "why",
    name: "What is wrong with both?",
    required: true,
    when: ["both_bad"],
    form: {
      choices: {
        list: [
          { key: "wrong", name: "Wrong" },
          { key: "unsafe", name: "Unsafe" },
        ],
        several: true,
      },
    },
  },
];

test.describe("a ranking", () => {
  test("is made by keyboard, with a tie, and undone", async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, { kind: "ranking", ties: true }, sets(2, 4));
    const page = await opens(manager, project);
    const shown = await order(page);
    const list = page.getByRole("list", { name: "Ranking, best first" });

    await page.keyboard.press("Enter");
    for (const key of ["3", "1", "2"]) await page.keyboard.press(key);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("alert")).toHaveText("Rank every response.");
    await page.keyboard.press("Backspace");
    for (const key of ["2", "t", "4"]) await page.keyboard.press(key);
    await expect(list.getByRole("listitem", { name: "Rank 2" })).toContainText("Rank 2A1B2");
    await leaves(page, () => page.keyboard.press("Enter"));
    await isSaved(page);

    await page.keyboard.press("u");
    await expect(list.getByRole("button", { name: "Response C, rank 1" })).toBeVisible();
    await page.keyboard.press("Escape");
    const [row] = await rows(project, "judgments_jsonl");
    // C first, then A and B, then D.
    const ranks = new Map([[shown[2], 1], [shown[0], 2], [shown[1], 2], [shown[3], 3]]);
    expect(row.ranking).toEqual([1, 2, 3, 4].map((answer) => ranks.get(answer)));
    expect(row.shown_order).toEqual(shown);
    expect(await rows(project, "trl_preference")).toHaveLength(5);
  });

  test("is made by pointer: pressed, dragged and moved with the arrow keys", async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, { kind: "ranking", ties: true }, sets(1, 3));
    const page = await opens(manager, project);
    const shown = await order(page);
    const chip = (letter: string) => page.getByRole("button", { name: `Response ${letter},` });

    await chip("B").click();
    await chip("C").click();
    await chip("A").dragTo(page.getByRole("listitem", { name: "Rank 2" }));
    await expect(chip("A")).toHaveAccessibleName("Response A, rank 2");
    await chip("C").focus();
    await page.keyboard.press("ArrowDown");
    await expect(chip("C")).toHaveAccessibleName("Response C, rank 3");
    await expect(chip("C")).toBeFocused();
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByRole("heading", { name: "All done" })).toBeVisible();

    const [row] = await rows(project, "judgments_jsonl");
    const ranks = new Map([[shown[1], 1], [shown[0], 2], [shown[2], 3]]);
    expect(row.ranking).toEqual([1, 2, 3].map((answer) => ranks.get(answer)));
  });

  test("is made by thumb on a phone, and its page is accessible in both themes", async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, { kind: "ranking", ties: false }, sets(2, 5));
    for (const colorScheme of ["light", "dark"] as const) {
      const options = { viewport: { width: 390, height: 844 }, colorScheme, hasTouch: true };
      const page = await opens(manager, project, options);
      for (const letter of ["E", "D"]) await page.getByRole("button", { name: `Response ${letter},` }).tap();
      expect(await findingsOn(page)).toEqual([]);
      for (const letter of ["C", "B", "A"]) await page.getByRole("button", { name: `Response ${letter},` }).tap();
      await page.getByRole("button", { name: "Submit" }).tap();
      await isSaved(page);
    }
    expect(await project.progress()).toMatchObject({ judgments: 2 });
  });
});

test("the best and the worst are two questions, and no response is both", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, { kind: "best_worst" }, sets(2, 4));
  const page = await opens(manager, project);
  const [shown, set] = [await order(page), await setOf(page)];
  const steps = page.getByRole("navigation", { name: "Questions" });

  await page.keyboard.press("2");
  await expect(steps.getByRole("button", { name: /^Worst/ })).toHaveAttribute("aria-current", "step");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Choose the best response.");
  await page.keyboard.press("4");
  await leaves(page, () => page.keyboard.press("Enter"));
  await page.getByRole("radio", { name: "A", exact: true }).click();
  await page.getByRole("radio", { name: "C", exact: true }).click();
  await page.getByRole("button", { name: "Submit" }).click();
  await isSaved(page);

  const row = (await rows(project, "judgments_jsonl")).find((row) => row.external_id === `set-${set}`)!;
  expect([row.best, row.worst]).toEqual([`response_${shown[3]}`, `response_${shown[1]}`]);
  expect((await rows(project, "trl_preference")).length).toBe(10);
});

test("responses are rated one by one, and leave as unpaired data", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const protocol = { kind: "rating", levels: { look: "thumbs", count: 2 } };
  const project = await asking(manager, protocol, sets(2, 1));
  const page = await opens(manager, project);
  await expect(page.getByRole("region", { name: "Response A" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Response B" })).toHaveCount(0);
  expect(await findingsOn(page)).toEqual([]);

  await page.keyboard.press("2");
  await leaves(page, () => page.keyboard.press("Enter"));
  await page.getByRole("radio", { name: "Bad" }).click();
  await page.getByRole("button", { name: "Submit" }).click();
  await isSaved(page);

  const labels = (await rows(project, "trl_unpaired")).map((row) => row.label);
  expect(labels.sort()).toEqual([false, true]);
  const results = await manager.opens(project.page("results"));
  await expect(results.getByRole("region", { name: "Levels: How good the responses are" })).toContainText("1.50");
});

test.describe("criteria", () => {
  const scale = { points: 7, both_bad: true };
  const protocol = { kind: "pair", scale, criteria: CRITERIA, confidence: true };

  for (const turn of [0, 1]) {
    test(`are answered by keyboard, the verdict last, side ${turn === 0 ? "A" : "B"} first`, async ({ person }) => {
      const manager = await person("Mia", "admin");
      const project = await asking(manager, protocol, sets(12, 2));
      const page = await opens(manager, project);
      // Until the file's first response stands on the wanted side.
      while ((await order(page))[turn] !== 1) {
        for (const key of ["1", "1", "2", "4"]) await page.keyboard.press(key);
        await leaves(page, () => page.keyboard.press("Enter"));
      }
      const set = await setOf(page);
      const before = await project.progress();

      for (const key of ["5", "2", "1"]) await page.keyboard.press(key);
      await page.keyboard.press("x");
      await expect(page.getByRole("group", { name: /^What is wrong with both/ })).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("alert")).toHaveText("“What is wrong with both?” needs an answer.");
      await page.keyboard.press("2");
      await page.keyboard.press("n");
      await page.keyboard.press("3");
      await leaves(page, () => page.keyboard.press("Enter"));
      await isSaved(page);

      expect((await project.progress()).judgments).toBe(before.judgments + 1);
      const row = (await rows(project, "judgments_jsonl")).find((row) => row.external_id === `set-${set}`)!;
      const [first, second] = turn === 0 ? [5, 2] : [2, 5];
      expect(row).toMatchObject({
        preferred: "both_bad",
        confidence: 3,
        "criterion.facts.1": first,
        "criterion.facts.2": second,
        "criterion.style.grade": turn === 0 ? -1 : 1,
        "criterion.why": "unsafe",
      });
    });
  }

  test("are answered by pointer on a phone, corrected, and replayed", async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, protocol, sets(2, 2));
    const page = await opens(manager, project, { viewport: { width: 390, height: 844 } });
    const steps = page.getByRole("navigation", { name: "Questions" });
    expect(await findingsOn(page)).toEqual([]);

    await page.getByRole("radio", { name: "4 stars" }).click();
    await page.getByRole("radio", { name: "2 stars" }).click();
    await steps.getByRole("button", { name: /^Verdict/ }).click();
    await page.getByRole("radio", { name: "A better" }).click();
    await leaves(page, () => page.getByRole("button", { name: "Submit" }).click());
    await isSaved(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await steps.getByRole("button", { name: /^Is it right\? A/ }).click();
    await expect(page.getByRole("radio", { name: "4 stars" })).toBeChecked();
    await page.getByRole("radio", { name: "5 stars" }).click();
    await page.getByRole("button", { name: "Save correction" }).click();
    await expect(page.getByRole("button", { name: "Submit" })).toBeVisible();
    await isSaved(page);

    const [judgment] = (await manager.judgments(project)).filter((judgment) => judgment.revision === 2);
    const replay = await manager.opens(`${project.page("judgments")}/${judgment.id}`);
    const said = replay.getByRole("list", { name: "Is it right? A" });
    await expect(said.getByRole("listitem").filter({ hasText: "✓" })).toHaveText("✓ 5 stars");
    expect(await findingsOn(replay)).toEqual([]);
  });

  test("outlive a reload half-way", async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, protocol, sets(1, 2));
    const page = await opens(manager, project);

    for (const key of ["5", "2"]) await page.keyboard.press(key);
    await page.reload();
    const steps = page.getByRole("navigation", { name: "Questions" });
    await expect(steps.getByRole("button", { name: /^Which reads better/ })).toHaveAttribute("aria-current", "step");
    await expect(steps.getByRole("button", { name: "Is it right? B · 2★ answered" })).toBeVisible();
  });

  test("are answered without scripts", async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, protocol, sets(1, 2));
    const page = await manager.opens(project.page("judge"), { javaScriptEnabled: false });

    const of = (name: string) => page.getByRole("group", { name });
    await of("Is it right? · A").getByRole("radio", { name: "3 stars" }).check();
    await of("Is it right? · B").getByRole("radio", { name: "1 star" }).check();
    await page.getByRole("radio", { name: "A much better" }).check();
    await page.getByRole("button", { name: "Submit" }).click();
    await expect(page.getByRole("heading", { name: "All done" })).toBeVisible();

    expect(await manager.judgments(project)).toMatchObject([
      { grade: -3, answers: { criteria: { facts: { levels: [3, 1] } } } },
    ]);
  });
});

test("a ranking is made without scripts", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, { kind: "ranking", ties: true }, sets(1, 3));
  const page = await manager.opens(project.page("judge"), { javaScriptEnabled: false });

  for (const [letter, rank] of [["A", "2"], ["B", "1"], ["C", "2"]]) await page.getByLabel(`Rank of ${letter}`).fill(rank);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("heading", { name: "All done" })).toBeVisible();

  expect(await manager.judgments(project)).toMatchObject([{ answers: { ranking: [2, 1, 2] } }]);
});
