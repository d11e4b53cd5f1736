import type { Page } from "@playwright/test";

import { Desk, verdictOf } from "../support/desk";
import { Project } from "../support/project";
import { expect, test } from "../support/test";

const FILLER = Array.from({ length: 40 }, (_, n) => `Paragraph ${n} is the same in both.`).join("\n\n");

// Two pairs of long answers with two differences, far apart: a name at the top, a list at the end.
const LONG = ["1", "2"].map((n) => {
  const answer = (order: string, name: string, end: string) => {
    const text = `The **light bulb** was invented by ${name}.\n\n${FILLER}\n\n${end}, ${order} answer ${n}`;
    return { model: order, text };
  };
  const responses = [
    answer("first", "Edison", "- one\n- two\n\nSo it was"),
    answer("second", "Swan", "- one\n- two\n- three\n\nSo it was"),
  ];
  return { id: n, prompt: `Who was it, ${n}?`, responses };
});

test("differences are gone through, and what is common dimmed, with the keyboard", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const desk = await Desk.open(manager, await Project.active(manager, LONG));
  const { page } = desk;
  const { first } = await desk.shown();
  const [name, other] = first === "A" ? ["Edison", "Swan"] : ["Swan", "Edison"];
  const status = page.getByRole("status");

  await test.step("the next, in both responses at once", async () => {
    await page.keyboard.press("j");
    await expect(status.filter({ hasText: "Difference 1 of 3" })).toContainText(`A: ${name}. B: ${other}.`);
    expect(await marked(page, "difference")).toEqual([name, other]);
    await page.keyboard.press("j");
    await expect(status.filter({ hasText: "Difference 2 of 3" })).toContainText("nothing");
    expect(await marked(page, "difference")).toEqual(["three"]);
    await expect(page.getByRole("listitem").filter({ hasText: "three" })).toBeInViewport();
  });

  await test.step("round at the end and back", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(status.filter({ hasText: "Difference 1 of 3" })).toBeVisible();
    await expect(page.getByText(name).filter({ visible: true }).last()).toBeInViewport();
    await page.keyboard.press("k");
    await expect(status.filter({ hasText: "Difference 3 of 3" })).toBeVisible();
  });

  await test.step("the rest is dimmed, on the next task, too", async () => {
    expect(await marked(page, "common")).toEqual([]);
    await page.keyboard.press("d");
    await expect.poll(() => marked(page, "common")).toContainEqual(expect.stringContaining("Paragraph 7 is"));
    await desk.judges("1");
    await expect.poll(() => marked(page, "common")).toContainEqual(expect.stringContaining("Paragraph 7 is"));
    expect((await marked(page, "common")).join()).not.toContain("Edison");
    // It counts by the text on the page, and the mark of before is gone.
    await expect(status.filter({ hasText: "Difference" })).toHaveCount(0);
    await page.keyboard.press("d");
    await expect.poll(() => marked(page, "common")).toEqual([]);
  });
});

test("a difference is marked exactly, at the start of a line of code and behind signs of two units", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const answer = (word: string) => ({ model: word, text: `\`\`\`\n# 🙂🙂 one two three\n${word} = 1 + 2 + 3\n\`\`\`` });
  const pair = { id: "1", prompt: "Which?", responses: [answer("short"), answer("longer")] };
  const { page } = await Desk.open(manager, await Project.active(manager, [pair]));

  await page.keyboard.press("j");

  await expect(page.getByText("Difference 1 of 1")).toBeVisible();
  expect((await marked(page, "difference")).sort()).toEqual(["longer", "short"]);
  await page.keyboard.press("d");
  await expect.poll(() => marked(page, "common")).toHaveLength(4);
  expect((await marked(page, "common")).map((text) => text.trim())).toContain("= 1 + 2 + 3");
});

test("A and B are flipped in place, and a verdict means the same", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, LONG);
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const left = async (side: "A" | "B") => (await desk.response(side).boundingBox())?.x ?? 0;
  expect(await left("A")).toBeLessThan(await left("B"));

  await test.step("with a key, and nothing moves but the responses", async () => {
    await page.mouse.wheel(0, 400);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(400);
    await page.keyboard.press("f");
    await expect.poll(() => left("B")).toBeLessThan(100);
    expect(await left("A")).toBeGreaterThan(600);
    expect(await page.evaluate(() => scrollY)).toBe(400);
  });

  await test.step("A stays A, and the next task begins as it should", async () => {
    await desk.judges("1");
    await desk.isSaved();
    expect(await manager.judgments(project)).toMatchObject([verdictOf("1")]);
    await expect.poll(() => left("A")).toBeLessThan(100);
  });

  await test.step("from the menu, on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const top = async (side: "A" | "B") => (await desk.response(side).boundingBox())?.y ?? 0;
    expect(await top("A")).toBeLessThan(await top("B"));
    await page.getByText("View", { exact: true }).click();
    await page.getByRole("button", { name: "Flip A and B" }).click();
    await expect(page.getByRole("button", { name: "Flip A and B" })).toHaveAttribute("aria-pressed", "true");
    expect(await top("B")).toBeLessThan(await top("A"));
    await page.getByRole("button", { name: "Next difference" }).click();
    await expect(page.getByText("1 of 3")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole("heading", { name: "Prompt" }).click();
    await expect(page.getByRole("button", { name: "Flip A and B" })).toBeHidden();
  });
});

// The texts that are highlighted under a name.
function marked(page: Page, name: string): Promise<string[]> {
  return page.evaluate((name) => Array.from(CSS.highlights.get(name) ?? [], String), name);
}
