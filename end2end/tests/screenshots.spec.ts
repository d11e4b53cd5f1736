// Not a story: the pictures of the README and of reviews. Runs with SCREENSHOTS=1 only.
import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import { Project, type Verdict } from "../support/project";
import { test } from "../support/test";

const DIRECTORY = "screenshots";

test("pictures of the main pages", { tag: "@screenshots" }, async ({ person }) => {
  const manager = await person("Mia", "admin");
  const page = await manager.opens("/", { viewport: { width: 1360, height: 860 } });
  await page.getByRole("button", { name: "Make a sample project" }).click();
  await page.getByRole("heading", { name: /^Sample/ }).waitFor();
  const project = Project.at(page.url(), manager);
  const picture = (name: string) =>
    page.screenshot({ path: `${DIRECTORY}/${name}.png`, animations: "disabled" });

  await project.asksBy({ points: 7, both_bad: true, both_good: false }, { ask: "optional" });
  await page.goto(project.page("judge"));
  const desk = await Desk.at(page);
  await page.keyboard.press("6");
  await page.keyboard.press("Enter");
  await desk.isSaved();
  await page.keyboard.press("2");
  await page.keyboard.press("r");
  await page.keyboard.type("The left one answers what was asked.");
  await page.keyboard.press("Escape");
  await picture("judge");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture("judge_dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 390, height: 844 });
  await picture("judge_phone");
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.keyboard.press("Enter");
  await desk.isSaved();
  await page.goto(project.page("judgments"));
  await page.getByRole("region", { name: "Judgments" }).getByRole("link").first().click();
  await page.getByRole("list", { name: "Verdict" }).waitFor();
  await picture("replay");

  await project.isJudged(manager, byLength);
  const pages = { home: "/", import: project.page("import"), results: project.page("results") };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await isAlive(page);
    await picture(name);
  }
});

// Verdicts of all kinds.
function byLength({ length }: string): Verdict {
  if (length % 5 === 0) return { verdict: "tie", grade: 0 };
  return length % 3 === 0 ? { verdict: "b", grade: 1 } : { verdict: "a", grade: -2 };
}
