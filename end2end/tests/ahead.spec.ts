// The tasks that come next are in the page, laid out, and nobody meets them before their turn.
import type { Page } from "@playwright/test";

import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { expect, test } from "../support/test";

// Long enough to scroll, with something for the Tab key.
const PAIRS = [1, 2, 3, 4].map((n) => {
  const text = (order: string) => `[link ${n}](https://example.org/${n})\n\n${"Word.\n\n".repeat(60)}${order} answer ${n}`;
  const responses = ["first", "second"].map((order) => ({ model: order, text: text(order) }));
  return { id: `${n}`, prompt: `Question ${n}?`, responses };
});

test("tasks ahead are laid out and stay what they are when they come to the front", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const desk = await Desk.open(manager, await Project.active(manager, PAIRS));
  const { page } = desk;
  const texts = page.getByText(/^first answer \d$/);
  await expect(texts).toHaveCount(3);
  await expect(texts.filter({ visible: true })).toHaveCount(1);
  const next = (await texts.nth(1).elementHandle())!;
  const width = () => next.evaluate((text) => text.getBoundingClientRect().width);
  const before = await width();

  await desk.judges("2");

  await expect(texts.filter({ visible: true })).toHaveCount(1);
  expect(await next.isVisible(), "the very same element").toBe(true);
  expect(await width(), "at the width that it had").toBe(before);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await test.step("a task that waits for a correction, too", async () => {
    await page.keyboard.press("u");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edit your earlier answer");
    expect(await next.isVisible()).toBe(false);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which response is better?");
    expect(await next.isVisible()).toBe(true);
  });
});

test("tasks ahead are not found, not heard, not reached and not printed", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const desk = await Desk.open(manager, await Project.active(manager, PAIRS));
  const { page } = desk;
  await expect(page.getByText(/^first answer \d$/)).toHaveCount(3);
  const { pair } = await desk.shown();
  const others = [1, 2, 3, 4].filter((n) => n !== pair);

  const heard = await page.getByRole("main").ariaSnapshot();
  expect(heard).toContain(`first answer ${pair}`);
  for (const other of others) expect(heard).not.toContain(`answer ${other}`);
  expect(await found(page, `first answer ${pair}`)).toBe(true);
  for (const other of others) expect(await found(page, `first answer ${other}`)).toBe(false);
  expect(await reached(page)).toEqual(new Set([`link ${pair}`]));
  const ids = await page.locator("[id]").evaluateAll((elements) => elements.map(({ id }) => id));
  expect(new Set(ids).size, "no id twice").toBe(ids.length);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const response = (await desk.response("A").boundingBox())!.height;
  expect(await height(), "they take no room").toBeLessThan(response + 1_000);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^first answer \d$/).filter({ visible: true })).toHaveCount(1);
});

test("what is raw stays raw on the next task, and the flip does not", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const desk = await Desk.open(manager, await Project.active(manager, PAIRS));
  const { page } = desk;
  await expect(page.getByText(/^first answer \d$/)).toHaveCount(3);
  await page.keyboard.press("m");
  await page.keyboard.press("f");
  await expect(desk.response("A")).toContainText("](https://");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");

  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  await expect(desk.response("A")).toContainText("](https://");
  const left = async (side: "A" | "B") => (await desk.response(side).boundingBox())!.x;
  expect(await left("A")).toBeLessThan(await left("B"));
  await page.keyboard.press("m");
  await expect(desk.response("A")).not.toContainText("](https://");
});

// Whether the browser's own search finds a text on the page.
function found(page: Page, text: string): Promise<boolean> {
  return page.evaluate((text) => {
    getSelection()?.removeAllRanges();
    return (window as unknown as { find(text: string): boolean }).find(text);
  }, text);
}

// The links of the texts that the Tab key comes by.
async function reached(page: Page): Promise<Set<string>> {
  const links = new Set<string>();
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (/^link \d$/.test(text)) links.add(text);
  }
  return links;
}
