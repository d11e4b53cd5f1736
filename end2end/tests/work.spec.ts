// The rater's first page: what one has judged oneself, and what is new in the guidelines.
import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("a rater sees her own work, by the day of her own clock", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(6));
  await project.admits(ann);
  const before = await ann.opens("/");
  await expect(before.getByRole("heading", { name: "Cooking" })).toBeVisible();
  await expect(before.getByRole("heading", { name: "Your work" })).toHaveCount(0);

  const desk = await Desk.open(ann, project);
  await expect(desk.page.getByText("6 left")).toBeVisible();
  for (const key of ["1", "2", "3"]) await desk.judges(key);
  await expect(desk.page.getByText("3 left")).toBeVisible();
  await expect(desk.page.getByText("Saved", { exact: true })).toBeVisible();

  // Auckland's day is another one than Honolulu's, whatever the time.
  for (const timezoneId of ["Pacific/Auckland", "Pacific/Honolulu"]) {
    const page = await ann.opens("/", { timezoneId });
    await isAlive(page);
    const work = page.getByRole("region", { name: "Your work" });
    const fact = (name: string) => work.locator("div", { has: page.getByText(name, { exact: true }) }).getByRole("definition");
    await expect(fact("Today")).toHaveText("3");
    await expect(fact("Total")).toHaveText("3");
    await expect(work.getByRole("row")).toHaveCount(15);
    const day = await page.evaluate(() => new Date().toLocaleDateString("en", { day: "numeric", month: "short" }));
    await expect(work.getByRole("row").last()).toHaveText(`${day}3`);
    await expect(page.getByText("3 judged by you, 3 today")).toBeVisible();
    expect(await findingsOn(page)).toEqual([]);
  }
});

test("new guidelines are shown beside those that were known, until they are judged by", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(3), "Prefer the **tastier** answer.");
  await project.admits(ann);
  const first = await Desk.open(ann, project);
  await first.judges("1");
  await expect(first.page.getByText("Saved", { exact: true })).toBeVisible();
  await first.page.close();
  await manager.api.patch(`/api/v1/projects/${project.id}`, { data: { guidelines: "Prefer the **healthier** answer." } });

  const page = await ann.opens("/");
  await expect(page.getByText("The guidelines have changed since your last judgment.")).toBeVisible();
  await page.getByRole("link", { name: "See changes" }).click();
  await expect(page.getByRole("deletion")).toHaveText("tastier");
  await expect(page.getByRole("insertion")).toHaveText("healthier");
  await expect(page.locator(".markdown strong")).toHaveText("healthier");
  await isAlive(page);
  expect(await findingsOn(page)).toEqual([]);

  // The judge page says so, too, until that is understood.
  const again = await Desk.open(ann, project);
  await expect(again.page.getByText("The guidelines have changed since your last judgment.")).toBeVisible();
  expect(await findingsOn(again.page)).toEqual([]);
  await expect(again.page.getByRole("link", { name: "See changes" })).toHaveAttribute("href", /guidelines\?since=1$/);
  await again.page.getByRole("button", { name: "Dismiss" }).click();
  await expect(again.page.getByText("The guidelines have changed since your last judgment.")).toHaveCount(0);
  await again.page.close();

  // A task that was handed out before is judged by what held then; the next one is not.
  const desk = await Desk.open(ann, project);
  await desk.judges("1");
  await desk.judges("1");
  await expect(desk.page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Cooking" })).toBeVisible();
  await expect(page.getByText("The guidelines have changed")).toHaveCount(0);
});

test("a version that there never was leads to the newest", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(1), "Prefer the **tastier** answer.");
  for (const since of ["?since=7", "?since=-1", "?since=x", ""]) {
    const page = await manager.opens(project.page(`guidelines${since}`));
    await expect(page.locator(".markdown strong")).toHaveText("tastier");
    await page.close();
  }
});
