// Columns that scroll by themselves and follow each other, paragraph by paragraph.
import type { Page } from "@playwright/test";

import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import { asking, opens } from "../support/sets";
import { expect, test } from "../support/test";

const protocol = { kind: "pair", scale: { points: 2, both_bad: false } };

// Twenty paragraphs, of which those of the second response are three times as long.
const text = (length: number) => Array.from({ length: 20 }, (_, n) => `Paragraph ${n + 1}. ${"Words and words. ".repeat(20 * length)}`).join("\n\n");
const file = `${JSON.stringify({ id: "long", prompt: "Why?", responses: [{ text: text(1) }, { text: `${text(3)} The end.` }] })}\n`;

// The paragraph at the upper edge of each column.
async function tops(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll(".judge__task:not(.judge__task--ahead) .response")].map((column) => {
      const edge = column.getBoundingClientRect().top;
      const paragraphs = [...column.querySelectorAll(".markdown > p")];
      return 1 + paragraphs.findLastIndex((paragraph) => paragraph.getBoundingClientRect().top <= edge + 2);
    }),
  );
}

// How far each column and the page are scrolled.
async function scrolled(page: Page): Promise<number[]> {
  return page.evaluate(() => [...document.querySelectorAll(".judge__task:not(.judge__task--ahead) .response"), document.documentElement].map((element) => Math.round(element.scrollTop)));
}

// Waits until a wheel's smooth scrolling is over: what it still adds would undo a key's jump.
async function rests(page: Page): Promise<void> {
  let before: number[] = [];
  await expect
    .poll(async () => {
      const [last, now] = [before, await scrolled(page)];
      before = now;
      return last.join() === now.join();
    }, { intervals: [250] })
    .toBe(true);
}

test("columns scroll by themselves, follow each other by paragraph, and stay so", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, protocol, file);
  const page = await opens(manager, project);

  await page.keyboard.press("c");
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  await page.getByRole("region", { name: "Response A" }).hover();
  await page.mouse.wheel(0, 900);
  await expect.poll(async () => (await tops(page))[0]).toBeGreaterThan(1);
  await expect.poll(async () => new Set(await tops(page)).size).toBe(1);
  expect((await scrolled(page))[2]).toBe(0);
  expect(await findingsOn(page)).toEqual([]);

  await page.getByRole("region", { name: "Response B" }).hover();
  await page.mouse.wheel(0, 1500);
  await expect.poll(async () => (await tops(page))[0]).toBeGreaterThan(4);
  await rests(page);
  await expect.poll(async () => new Set(await tops(page)).size).toBe(1);

  const end = () => page.evaluate(() => [...document.querySelectorAll(".judge__task:not(.judge__task--ahead) .response")].map((column) => column.scrollHeight - column.clientHeight - column.scrollTop < 2));
  await page.keyboard.press("End");
  await expect.poll(end).toEqual([true, true]);
  await page.keyboard.press("Home");
  await expect.poll(() => scrolled(page)).toEqual([0, 0, 0]);
  await page.keyboard.press("PageDown");
  await expect.poll(async () => Math.min(...(await scrolled(page)).slice(0, 2))).toBeGreaterThan(100);
  expect(new Set(await tops(page)).size).toBe(1);

  // Each for itself.
  await page.keyboard.press("Home");
  await expect.poll(() => scrolled(page)).toEqual([0, 0, 0]);
  await page.keyboard.press("y");
  await page.mouse.wheel(0, 700);
  await expect.poll(async () => Math.max(...(await scrolled(page)))).toBeGreaterThan(300);
  await rests(page);
  expect(Math.min(...(await scrolled(page)).slice(0, 2))).toBe(0);

  // The next difference comes into sight in both.
  await page.keyboard.press("j");
  const seen = () => page.evaluate(() => [...CSS.highlights.get("difference")!].every((range) => {
    const { top } = (range as Range).getBoundingClientRect();
    return top > 100 && top < innerHeight - 100;
  }));
  await expect.poll(seen).toBe(true);

  await page.reload();
  await isAlive(page);
  await page.getByText("View", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Scroll columns separately" })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("button", { name: "Sync scrolling" })).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Escape");
  await page.screenshot({ path: "/tmp/s4.png" });
});

test("where they stand one below the other the page scrolls as ever", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await asking(manager, protocol, file);
  const page = await opens(manager, project, { viewport: { width: 390, height: 844 } });

  await page.keyboard.press("c");
  await page.keyboard.press("PageDown");

  await expect.poll(async () => (await scrolled(page))[2]).toBeGreaterThan(100);
});
