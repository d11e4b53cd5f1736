// Not a story: the pictures of the README and of reviews. Runs with SCREENSHOTS=1 only.
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { test } from "../support/test";

const DIRECTORY = "screenshots";

test("pictures of the main pages", { tag: "@screenshots" }, async ({ person }) => {
  const manager = await person("Mia", "admin");
  const page = await manager.opens("/", { viewport: { width: 1360, height: 860 } });
  await page.getByRole("button", { name: "Make a sample project" }).click();
  await page.getByRole("heading", { name: /^Sample/ }).waitFor();
  const project = Project.at(page.url(), manager);
  const picture = (name: string) => page.screenshot({ path: `${DIRECTORY}/${name}.png`, animations: "disabled" });

  await page.goto(project.page("judge"));
  const desk = await Desk.at(page);
  await page.keyboard.press("2");
  await picture("judge");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture("judge_dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 390, height: 844 });
  await picture("judge_phone");
  await page.setViewportSize({ width: 1360, height: 860 });

  await project.isJudged(manager, (text) =>
    text.length % 5 === 0 ? { verdict: "tie", grade: 0 } : { verdict: text.length % 3 ? "a" : "b", grade: text.length % 3 ? -2 : 1 },
  );
  for (const [name, path] of [["home", "/"], ["project", project.page()], ["import", project.page("import")], ["results", project.page("results")], ["export", project.page("export")], ["members", project.page("members")]]) {
    await page.goto(path);
    await picture(name);
  }
  await desk.page.close();
});
