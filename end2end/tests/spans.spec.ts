// Passages that are marked as reasons: on the page, in the data, and replayed.
import type { Page } from "@playwright/test";

import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import { asking, isSaved, opens, rows } from "../support/sets";
import { expect, test } from "../support/test";

const protocol = { kind: "pair", scale: { points: 2, both_bad: false }, spans: true };

const peru = "# Peru\n\nThe **capital of** [Peru](https://peru.example) is *Lima*, and its area is $\\pi r^2$.";
const chile = "Chile's capital is Santiago 🏔️. `print(\"Santiago\")` says so.";

// Pairs of the two texts.
function file(n: number): string {
  const pair = (index: number) => ({ id: `pair-${index}`, prompt: `Question ${index}?`, responses: [{ text: `${peru} ${index}` }, { text: `answer ${index}. ${chile}` }] });
  return Array.from({ length: n }, (_, index) => `${JSON.stringify(pair(index + 1))}\n`).join("");
}

// Selects from one word to another in the response that has both, as a mouse would.
async function selects(page: Page, from: string, to: string): Promise<void> {
  const found = await page.evaluate(([from, to]) => {
    const within = (response: Element, words: string) => {
      const walker = document.createTreeWalker(response, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.nodeValue!.indexOf(words);
        if (at >= 0) return { node, at };
      }
      return null;
    };
    for (const response of document.querySelectorAll(".judge__task:not(.judge__task--ahead) .response .markdown")) {
      const [start, end] = [within(response, from), within(response, to)];
      if (start === null || end === null) continue;
      getSelection()!.setBaseAndExtent(start.node, start.at, end.node, end.at + to.length);
      return true;
    }
    return false;
  }, [from, to]);
  expect(found).toBe(true);
}

// The words that are highlighted as this mark.
async function painted(page: Page, mark: string): Promise<string[]> {
  return page.evaluate((mark) => [...(CSS.highlights.get(mark) ?? [])].map((range) => range.toString()), mark);
}

type Marked = { response: string; mark: string; text: string; comment: string; start: number; end: number };

test("passages are marked by keys, explained, and leave with the words of the source", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, protocol, file(4));
  const page = await opens(manager, project);
  const passages = page.getByRole("group", { name: "Passages" });

  for (let n = 1; n <= 4; n += 1) {
    await expect(passages.getByRole("button", { name: "Wrong" })).toBeDisabled();
    await selects(page, "capital", "of");
    await page.keyboard.press("w");
    await selects(page, "area is", "2");
    await page.keyboard.press("e");
    await selects(page, "Santiago", "Santiago");
    await page.keyboard.press("q");
    await expect(passages.getByRole("listitem")).toHaveCount(3);
    // The same once more changes nothing, and without a selection the key means nothing.
    await selects(page, "Santiago", "Santiago");
    await page.keyboard.press("q");
    await page.keyboard.press("w");
    await expect(passages.getByRole("listitem")).toHaveCount(3);
    await expect.poll(() => painted(page, "wrong")).toEqual(["capital of"]);
    expect(await painted(page, "good")).toEqual(["Santiago"]);

    await passages.getByLabel("Comment on “capital of”").fill("It is, and x 1 2.");
    await page.keyboard.press("Escape");
    if (n === 1) {
      expect(await findingsOn(page)).toEqual([]);
      await page.reload();
      await isAlive(page);
      await expect(passages.getByLabel("Comment on “capital of”")).toHaveValue("It is, and x 1 2.");
      await expect.poll(() => painted(page, "wrong")).toEqual(["capital of"]);
    }
    await page.locator("h1#question").focus();
    await page.keyboard.press("m");
    await expect.poll(() => painted(page, "verbose")).toEqual(["area is $\\pi r^2"]);
    await page.keyboard.press("m");
    await passages.getByRole("button", { name: "Remove the mark from “Santiago”" }).click();
    await expect.poll(() => painted(page, "good")).toEqual([]);
    // Of two equal words the one that was marked.
    await selects(page, "\"Santiago\"", "\"Santiago\"");
    await page.keyboard.press("q");
    await page.keyboard.press("1");
    await page.keyboard.press("Enter");
    await expect(passages.getByRole("listitem")).toHaveCount(0);
  }
  await isSaved(page);

  for (const row of await rows(project, "judgments_jsonl")) {
    const spans: Marked[] = JSON.parse(row.spans as string);
    expect(spans.map(({ response, mark, text, comment }) => ({ response, mark, text, comment }))).toEqual([
      { response: "response_1", mark: "wrong", text: "capital of", comment: "It is, and x 1 2." },
      { response: "response_1", mark: "verbose", text: "area is $\\pi r^2", comment: "" },
      { response: "response_2", mark: "good", text: "\"Santiago\"", comment: "" },
    ]);
    for (const { response, text, start, end } of spans) {
      // Code points, as Python counts them.
      expect([...(row[response] as string)].slice(start, end).join("")).toBe(text);
    }
  }

  const judgments = await manager.opens(project.page("judgments"));
  await judgments.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(judgments.getByRole("list", { name: "Passages" }).getByRole("listitem")).toHaveCount(3);
  await expect.poll(() => painted(judgments, "wrong")).toEqual(["capital of"]);
  expect(await findingsOn(judgments)).toEqual([]);
});

test("passages are marked by thumb, and only words of one response", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, protocol, file(1));
  const page = await opens(manager, project, { viewport: { width: 390, height: 844 }, hasTouch: true });
  const passages = page.getByRole("group", { name: "Passages" });
  const wrong = passages.getByRole("button", { name: "Wrong" });

  await selects(page, "capital", "of");
  await wrong.tap();
  await expect(passages.getByRole("listitem")).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await findingsOn(page)).toEqual([]);
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector(".judge__prompt")!));
  await expect(wrong).toBeDisabled();
  await page.getByRole("radio", { name: "A better", exact: true }).check({ force: true });
  await page.getByRole("button", { name: "Submit" }).tap();
  await isSaved(page);

  const [row] = await rows(project, "judgments_jsonl");
  expect(JSON.parse(row.spans as string)).toMatchObject([{ mark: "wrong", text: "capital of" }]);
});

test("passages are asked for on the settings page", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, { ...protocol, spans: false }, file(1));
  const page = await manager.opens(project.page("settings"));
  await isAlive(page);
  await expect(page.getByRole("group", { name: "Passages" })).toHaveCount(0);
  await page.getByLabel("Passages").check();
  await expect(page.getByRole("group", { name: "Passages" })).toBeVisible();
  await page.getByRole("button", { name: "Save protocol" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  const judge = await opens(manager, project);
  await expect(judge.getByRole("group", { name: "Passages" })).toBeVisible();
  await selects(judge, "capital", "of");
  await judge.keyboard.press("w");
  await selects(judge, "Peru", "Peru");
  await judge.keyboard.press("q");
  await selects(judge, "says so", "says so");
  await judge.keyboard.press("e");
});
