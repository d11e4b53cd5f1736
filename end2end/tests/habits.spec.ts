import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("how a rater reads outlives a reload", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const desk = await Desk.open(manager, await Project.active(manager, pairs(2)));
  const { page } = desk;
  const raw = page.locator(".markdown--raw").filter({ visible: true });
  await page.keyboard.press("m");
  await expect(raw).toHaveCount(3);

  await page.reload();

  await expect(raw).toHaveCount(3);
  await page.keyboard.press("m");
  await expect(raw).toHaveCount(0);
});

test("texts are as large and columns as wide as a rater likes, and stay so", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const desk = await Desk.open(manager, await Project.active(manager, pairs(2)));
  const { page } = desk;
  const width = async (side: "A" | "B") => (await desk.response(side).boundingBox())!.width;
  const height = async () => (await desk.response("A").locator(".markdown").boundingBox())!.height;
  const [before, usual] = [await height(), await width("A")];

  await page.getByText("View", { exact: true }).click();
  await page.getByRole("slider", { name: "Text size" }).fill("150");
  await page.getByRole("slider", { name: "Width of A" }).focus();
  for (let n = 0; n < 4; n += 1) await page.keyboard.press("ArrowRight");
  await expect(page.getByText("70%")).toBeVisible();

  await expect.poll(height).toBeGreaterThan(1.3 * before);
  await expect.poll(() => width("A")).toBeGreaterThan(1.3 * usual);
  await page.reload();
  await expect.poll(() => width("A")).toBeGreaterThan(1.3 * usual);
  await expect.poll(height).toBeGreaterThan(1.3 * before);
});

test("a break is suggested after 25 minutes, and not to those who do not want that", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(3));
  const page = await manager.opens("/account");
  await page.clock.install();
  await page.goto(project.page("judge"));
  const desk = await Desk.at(page);
  const hint = page.getByText("Time for a short break?");
  // Somebody at work for so many minutes.
  const works = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 4) {
      await page.clock.fastForward("04:00");
      await page.mouse.wheel(0, 10);
      await page.keyboard.press("Shift");
    }
  };

  await test.step("not before, and it blocks nothing", async () => {
    await works(24);
    await expect(hint).toBeHidden();
    await works(4);
    await expect(hint).toBeVisible();
    await desk.judges("3");
    await expect(hint).toBeVisible();
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(hint).toBeHidden();
  });

  await test.step("a pause is a break", async () => {
    await works(20);
    await page.clock.fastForward("06:00");
    await works(12);
    await expect(hint).toBeHidden();
    await works(20);
    await expect(hint).toBeVisible();
  });

  await test.step("switched off, for good, until it is switched on", async () => {
    await page.getByRole("button", { name: "Don't remind me" }).click();
    await expect(hint).toBeHidden();
    await page.reload();
    await Desk.at(page);
    await works(32);
    await expect(hint).toBeHidden();
    await page.getByText("View", { exact: true }).click();
    await page.getByRole("button", { name: "Suggest breaks" }).click();
    await expect(hint).toBeVisible();
  });
});
