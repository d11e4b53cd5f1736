// The verdict bar: what is asked, what was answered, what is missing, and how much room it takes.
import type { Page } from "@playwright/test";

import { findingsOn } from "../support/accessibility";
import { asking, isSaved, leaves, opens, sets } from "../support/sets";
import { expect, test } from "../support/test";

const STARS = { levels: { look: "stars", count: 5 } };
const CORRECT = { key: "correct", name: "Correct", required: true, form: STARS };
const SCALE = { points: 7, both_bad: true, both_good: true };
const WHY = { ask: "required", share: 100, min_length: 12 };

// All that a protocol can ask for.
const ALL = {
  kind: "pair",
  scale: { ...SCALE, points: 9 },
  criteria: Array.from({ length: 9 }, (_, n) => ({ ...CORRECT, key: `c${n}`, name: `Is number ${n} correct?`, help: "Every claim can be checked." })),
  rationale: WHY,
  rewrite: "optional",
  confidence: true,
  spans: true,
  flags: [{ key: "unsafe", name: "Unsafe" }],
};

const submit = (page: Page) => page.locator("form.verdict .button--primary");
const steps = (page: Page) => page.getByRole("navigation", { name: "Questions" });

test("what is missing is said in one place and leaves with its task", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, { kind: "pair", scale: SCALE, criteria: [CORRECT], rationale: WHY }, sets(3, 2));
  const page = await opens(manager, project);
  const complaint = page.getByRole("alert");
  const skipping = page.getByRole("dialog", { name: "Why skip this task?" });
  const skips = async () => {
    await page.keyboard.press("s");
    await page.keyboard.press("1");
    await leaves(page, () => page.keyboard.press("Enter"));
  };

  await test.step("where a question is open", async () => {
    await page.keyboard.press("3");
    await page.keyboard.press("Enter");
    await expect(complaint).toHaveText("“Correct” needs an answer.");
    await expect(page.getByText("“Correct” needs an answer.")).toHaveCount(1);
    await skips();
    await expect(complaint).toHaveCount(0);
  });

  await test.step("where the reason is too short", async () => {
    for (const key of ["3", "4", "2"]) await page.keyboard.press(key);
    await page.keyboard.press("Enter");
    await expect(complaint).toHaveText("Please explain your choice in at least 12 characters.");
    await expect(page.getByText("Please explain your choice in at least 12 characters.")).toHaveCount(1);
    await expect(page.getByRole("textbox", { name: "Why?" })).toHaveAccessibleDescription(/Please explain your choice in at least 12/);
    await page.keyboard.press("Escape");
    await skips();
    await expect(complaint).toHaveCount(0);
  });

  await test.step("where a skip is not explained", async () => {
    await page.keyboard.press("s");
    await page.keyboard.press("6");
    await page.keyboard.press("Enter");
    await expect(complaint).toHaveText("Briefly explain why you are skipping.");
    await page.keyboard.press("Escape");
    await page.keyboard.press("s");
    await expect(skipping).toBeVisible();
    await expect(complaint).toHaveCount(0);
    await expect(skipping.getByRole("radio", { checked: true })).toHaveCount(0);
  });
});

test("a refused form says why until something is decided", async ({ person, watch }) => {
  watch.expect(/status of 422/);
  const manager = await person("Mia", "admin");
  const project = await asking(manager, { kind: "pair", scale: SCALE, rationale: WHY }, sets(2, 2));
  const plain = await manager.opens(project.page("judge"), { javaScriptEnabled: false });
  await plain.getByRole("radio", { name: "A better", exact: true }).check();
  await plain.getByLabel("Why?").fill("Too short");
  await plain.getByRole("button", { name: "Submit" }).click();
  await expect(plain.getByRole("alert")).toBeVisible();

  const page = await opens(manager, project);
  // The refusal is shown to nobody but the browser that met it.
  await page.context().addCookies(await plain.context().cookies());
  await page.goto(plain.url());
  await expect(submit(page)).toBeDisabled();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.keyboard.press("s");
  await page.keyboard.press("1");
  await leaves(page, () => page.keyboard.press("Enter"));
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("Submit looks ready when all that is needed is there, and not before", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const protocol = { kind: "pair", scale: SCALE, criteria: [CORRECT], rationale: WHY, rewrite: "required", confidence: true };
  const project = await asking(manager, protocol, sets(2, 2));
  const page = await opens(manager, project);
  const looks = () => submit(page).evaluate((button) => getComputedStyle(button).borderStyle);
  const presses = async (key: string) => {
    await page.keyboard.press(key);
    await expect(submit(page)).toBeDisabled();
    expect(await looks()).toBe("dashed");
  };

  for (const key of ["3", "4", "2", "1"]) await presses(key);
  const rewrite = page.getByRole("textbox", { name: "Your response" });
  await expect(rewrite).toBeFocused();
  await page.keyboard.press("End");
  for (const key of [" ", "B", "e", "t", "t", "e", "r", "."]) await presses(key);
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  await page.keyboard.type("It is bette");
  await expect(submit(page)).toBeDisabled();
  await page.keyboard.type("r.");
  await expect(submit(page)).toBeEnabled();
  expect(await looks()).toBe("solid");

  // Pressed too early it says what is missing.
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await expect(submit(page)).toBeDisabled();
  await submit(page).click({ force: true });
  await expect(page.getByRole("alert")).toHaveText("Please explain your choice in at least 12 characters.");
});

test("steps say what was answered, and the verdict is one key away", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const protocol = { kind: "pair", scale: SCALE, criteria: [CORRECT], rewrite: "optional", confidence: true };
  const project = await asking(manager, protocol, sets(1, 2));
  for (const width of [1360, 390]) {
    const page = await opens(manager, project, { viewport: { width, height: 700 } });
    const step = (name: string | RegExp) => steps(page).getByRole("button", { name });

    await page.keyboard.press("3");
    await expect(step("Correct A · 3★")).toBeVisible();
    await expect(step(/^Correct A/)).toContainText("P");
    for (const key of ["5", "2"]) await page.keyboard.press(key);
    await expect(step(/^Rewrite/)).toHaveAttribute("aria-current", "step");
    await expect(step("Verdict · A better")).toBeInViewport({ ratio: 1 });
    await expect(step("Verdict · A better")).toContainText("0");
    await page.keyboard.press("n");
    await page.keyboard.press("3");
    await expect(step("Confidence · Very")).toBeVisible();
    await expect(step("Verdict · A better")).toBeInViewport({ ratio: 1 });

    await page.keyboard.press("0");
    await expect(step("Verdict · A better")).toHaveAttribute("aria-current", "step");
    await page.keyboard.press("6");
    await expect(step("Verdict · B better")).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("0");
    for (const key of ["p", "p"]) await page.keyboard.press(key);
    await expect(step("Correct A · 3★")).toBeInViewport();
    await expect(step("Verdict · B better")).toBeInViewport({ ratio: 1 });
    await page.close();
  }
});

const LARGE: [string, object, number][] = [
  ["all that can be asked", ALL, 2],
  ["a long ranking", { kind: "ranking", ties: true, rationale: WHY, flags: ALL.flags }, 9],
  ["best and worst of nine", { ...ALL, kind: "best_worst", scale: undefined, criteria: [] }, 9],
  ["long labels", { kind: "rating", levels: { look: "labels", count: 4, labels: ["Unacceptable in every respect", "Fair", "Good", "Excellent"] }, rationale: WHY }, 1],
];

for (const [name, protocol, responses] of LARGE) {
  test(`the bar leaves the task two thirds of the window: ${name}`, async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, protocol, sets(1, responses));
    for (const [width, height, locale] of [[390, 700, "de"], [390, 700, "en"], [1360, 700, "de"]] as const) {
      const page = await manager.opens(project.page("judge"), { viewport: { width, height }, locale });
      await expect(submit(page)).toBeDisabled();
      const fits = async () => {
        const bar = await page.locator("form.verdict").boundingBox();
        expect(bar!.height).toBeLessThanOrEqual(Math.ceil(0.35 * height));
        await expect(submit(page)).toBeInViewport({ ratio: 1 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      };
      const line = page.locator(".steps__step");
      await fits();
      // Of many steps that are alike, some.
      for (let n = 0; n < (await line.count()); n += n < 15 ? 5 : 1) {
        await line.nth(n).click();
        await page.keyboard.press("1");
        await fits();
      }
      for (const key of ["2", "3", "4", "5"]) await page.keyboard.press(key);
      await page.keyboard.press("Control+Enter");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Enter");
      await fits();
      await page.close();
    }
  });
}

test("the question stands on the page, whatever is asked", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const asked: [object, number, string][] = [
    [{ kind: "pair", scale: SCALE }, 2, "Which response is better?"],
    [{ kind: "ranking", ties: true }, 3, "Rank the responses, best first"],
    [{ kind: "best_worst" }, 3, "Which response is the best?"],
    [{ kind: "rating", ...STARS }, 1, "How good is the response?"],
  ];
  for (const [protocol, responses, question] of asked) {
    const project = await asking(manager, protocol, sets(1, responses));
    const page = await opens(manager, project, { viewport: { width: 390, height: 700 } });
    await expect(page.locator("legend", { hasText: question })).toBeInViewport({ ratio: 1 });
    await page.close();
  }
});

test("responses to be ranked stand in even rows", async ({ person }) => {
  const manager = await person("Mia", "admin");
  for (const responses of [3, 4, 5, 9]) {
    const project = await asking(manager, { kind: "ranking", ties: true }, sets(1, responses));
    const page = await opens(manager, project);
    for (const width of [390, 800, 1000, 1280, 1360, 1600, 1920, 2560]) {
      await page.setViewportSize({ width, height: 900 });
      const tops = await page.getByRole("region", { name: /^Response [A-I]$/ }).evaluateAll((all) => all.map((one) => one.offsetTop));
      const rows = [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
      const even: Record<number, string[]> = { 3: ["3", "1,1,1"], 4: ["4", "2,2", "1,1,1,1"], 5: ["3,2", "2,2,1", "1,1,1,1,1"], 9: ["3,3,3", "2,2,2,2,1", "1,1,1,1,1,1,1,1,1"] };
      expect(even[responses], `${responses} at ${width}`).toContain(rows.join());
    }
    await page.close();
  }
});

test("a rank is a word, and a key looks like a key", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, { kind: "ranking", ties: true }, sets(1, 4));
  const page = await opens(manager, project);
  for (const key of ["3", "1", "4", "2", "t"]) await page.keyboard.press(key);

  const ranks = page.getByRole("list", { name: "Ranking, best first" }).getByRole("listitem");
  await expect(ranks).toHaveText(["Rank 1C3", "Rank 2A1", "Rank 3B2D4"]);
  // No digit stands alone but those of keys.
  const digits = await ranks.locator("*").evaluateAll((all) => all.filter((one) => /^\d$/.test(one.textContent!)).map((one) => one.tagName));
  expect(digits).toEqual(["KBD", "KBD", "KBD", "KBD"]);
  for (const key of await ranks.locator("kbd").all()) {
    expect(await key.evaluate((key) => getComputedStyle(key).borderTopColor)).not.toBe("rgba(0, 0, 0, 0)");
  }
});

test("every control of the bar prints its key, and dialogs end with what they offer", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const protocol = { ...ALL, criteria: [CORRECT] };
  const project = await asking(manager, protocol, sets(1, 2));
  await manager.api.patch(`/api/v1/projects/${project.id}`, { data: { guidelines: "Prefer the **tastier** answer." } });
  const page = await manager.opens(project.page("judge"));
  const controls = page.locator("form.verdict").locator("button:not(.steps__step), label.verdict__option");
  const last = (dialog: string) => page.getByRole("dialog", { name: dialog }).getByRole("button").last();

  await expect(last("Guidelines")).toHaveText("Start judging Enter");
  await page.keyboard.press("Enter");
  const keys = ["3", "4", "2", "1", "Escape", "n"];
  for (const key of keys) {
    for (const control of await controls.all()) {
      if (await control.isVisible()) await expect(control.locator("kbd")).not.toBeEmpty();
    }
    await page.keyboard.press(key);
  }
  await page.keyboard.press("s");
  await expect(last("Why skip this task?")).toHaveText("Skip task Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("g");
  await expect(last("Guidelines")).toHaveText("Continue judging Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("l");
  await expect(last("What's wrong here?")).toHaveText("Save flags Enter");
  await page.getByRole("checkbox", { name: "Unsafe: response A" }).check();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "1 flag L" })).toBeVisible();
});

test("Enter ends a dialog and sends nothing, however ready the draft", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, { kind: "pair", scale: SCALE, flags: ALL.flags }, sets(2, 2));
  const page = await opens(manager, project);

  await page.keyboard.press("2");
  await expect(submit(page)).toBeEnabled();
  for (const key of ["l", "g"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    if (key === "l") await page.getByRole("checkbox", { name: "Unsafe: response A" }).check();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("radio", { name: "A better", exact: true })).toBeChecked();
  }
  expect(await manager.judgments(project)).toEqual([]);
  await leaves(page, () => page.keyboard.press("Enter"));
});

test("a rewrite that changes nothing is called so before it is sent", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const protocol = { kind: "pair", scale: { points: 2, both_bad: true }, rewrite: "optional" };
  const project = await asking(manager, protocol, sets(2, 2));
  const page = await opens(manager, project);
  const says = page.getByText("This is still the original text. Edit it or discard it.");
  const field = page.getByRole("textbox", { name: "Your response" });

  await page.keyboard.press("1");
  await expect(submit(page)).toBeEnabled();
  await page.keyboard.press("1");
  await expect(field).toBeFocused();
  await expect(says).toBeVisible();
  await expect(submit(page)).toBeDisabled();
  await expect(steps(page).getByRole("button", { name: /^Rewrite/ })).toHaveAccessibleName(/open/);
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert")).toHaveText("This is still the original text. Edit it or discard it.");
  await expect(says).toHaveCount(1);

  await test.step("it is discarded with a key", async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Delete");
    await expect(field).toHaveCount(0);
    await leaves(page, () => page.keyboard.press("Enter"));
  });

  await test.step("it is edited", async () => {
    await page.keyboard.press("1");
    await page.keyboard.press("2");
    await expect(says).toBeVisible();
    await page.keyboard.press("End");
    await page.keyboard.type(" and more");
    await expect(says).toHaveCount(0);
    await expect(submit(page)).toBeEnabled();
    await page.keyboard.press("Control+Enter");
    await isSaved(page);
  });

  const rewrites = (await manager.judgments(project)) as unknown as { answers?: { rewrite?: { text: string } } }[];
  expect(rewrites.map((judgment) => judgment.answers?.rewrite?.text ?? null)).toEqual([null, expect.stringMatching(/ and more$/)]);
});
