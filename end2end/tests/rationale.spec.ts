// Why: set by a manager, asked once a verdict is drafted, kept with the judgment.
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("a rationale is required by a manager and given with the keyboard", async ({ person, watch }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const settings = await manager.opens(project.page("settings"));
  const least = settings.getByLabel("Minimum characters");
  await expect(least).toBeHidden();
  await settings.getByLabel("Ask raters to explain").selectOption("Required");
  await least.fill("0");
  await settings.getByRole("button", { name: "Save protocol" }).click();
  await expect(least).toBeFocused();
  await least.fill("12");
  await settings.getByRole("button", { name: "Save protocol" }).click();
  await expect(settings.getByText("Saved", { exact: true })).toBeVisible();

  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const why = page.getByRole("textbox", { name: "Why?" });
  const shown = await desk.shown();
  await expect(why, "not before a verdict is drafted").toBeHidden();
  await page.keyboard.press("2");
  await expect(why).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(why).toBeFocused();
  await expect(page.getByText("Please explain your choice in at least 12 characters.")).toBeVisible();
  await page.keyboard.type("It is 1");
  await expect(page.getByText("7 characters (minimum 12)")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText(/at least 12 characters. You have 7/)).toBeVisible();
  await page.keyboard.type(" second longer");
  await page.keyboard.press("Escape");
  await page.keyboard.press("3");
  await page.keyboard.press("r");
  await expect(why).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.type(".");
  await page.keyboard.press("Control+Enter");
  await desk.hasLeft(shown);
  await expect(why, "the next task is asked afresh").toBeHidden();
  await desk.isSaved();

  const expected = { grade: -1, rationale: "It is 1 second longer." };
  expect(await manager.judgments(project)).toMatchObject([expected]);
  await page.keyboard.press("u");
  await expect(why).toHaveValue("It is 1 second longer.");
});

test("a rationale that is typed outlives a reload, and an optional one may stay empty", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  await project.asksBy({ points: 7, both_bad: true, both_good: false }, { ask: "optional" });
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const why = page.getByRole("textbox", { name: "Why?" });
  await page.keyboard.press("x");
  await page.keyboard.press("r");
  await page.keyboard.type("s 1 2 x");

  await page.reload();
  await expect(why).toHaveValue("s 1 2 x");
  const first = await desk.shown();
  await page.keyboard.press("Enter");
  await desk.hasLeft(first);
  await desk.judges("1");
  await desk.isSaved();

  expect(await manager.judgments(project)).toMatchObject([
    { verdict: "both_bad", rationale: "s 1 2 x" },
    { grade: -3, rationale: null },
  ]);
});
