import { isAlive } from "../support/alive";
import { drop, picked, textOf } from "../support/files";
import { linesOf, type Preference, Project, type Verdict } from "../support/project";
import { fileOf, pairs } from "../support/tasks";
import { expect, test } from "../support/test";

const BAD = [
  JSON.stringify(pairs(9)[8]),
  `{"id": "lonely", "prompt": "Why?", "responses": [{"text": "only one"}]}`,
  `{"id": "cut off", "prompt": "Why`,
].join("\n");

test("a file comes in, is judged, and leaves as training data", async ({ person, watch }) => {
  watch.expect(/status of 422/);
  const manager = await person("Mia", "admin");
  const page = await manager.opens("/projects/new");
  const place = page.getByLabel("Drop a file here, or choose one");
  const bringIn = page.getByRole("button", { name: "Import" });

  const project = await test.step("a project is made", async () => {
    await page.getByLabel("Name").fill("Cooking");
    await page.getByLabel("Judgments per task").fill("1");
    await page.getByRole("button", { name: "Create project" }).click();
    await expect(page.getByRole("heading", { name: "Cooking" })).toBeVisible();
    return Project.at(page.url(), manager);
  });

  await test.step("a dropped file is shown as raters will see it, and comes in", async () => {
    await page.goto(project.page("import"));
    await isAlive(page);
    await drop(place, "cooking.jsonl", fileOf(pairs(3)));
    await expect(page.getByRole("heading", { name: "As raters will see it" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Response" }).first()).toContainText("first answer 1");
    await expect(page.getByText("Hidden from raters: model-one · model-two").first()).toBeVisible();
    expect(await project.progress()).toMatchObject({ tasks: 0 });
    await bringIn.click();
    await expect(page.getByText("3 tasks imported")).toBeVisible();
    expect(await project.progress()).toMatchObject({ tasks: 3 });
  });

  await test.step("a bad file is refused line by line and brings nothing in", async () => {
    await page.reload();
    await isAlive(page);
    await place.setInputFiles(picked("bad.jsonl", BAD));
    const records = page.getByRole("region", { name: "Records with errors" });
    await expect(records).toContainText("expected exactly two responses, found 1");
    await bringIn.click();
    await expect(page.getByRole("alert")).toContainText("Import failed: nothing was added");
    const report = page.getByRole("group").filter({ hasText: "bad.jsonl: 2 errors" });
    const row = report.getByRole("row").filter({ hasText: "expected exactly two responses, found 1" });
    await expect(row.getByRole("cell")).toContainText(["2", "responses", "expected exactly two"]);
    await expect(report.getByRole("row").nth(2).getByRole("cell").first()).toHaveText("3");
    expect(await project.progress()).toMatchObject({ tasks: 3 });
  });

  await test.step("the same file again changes nothing", async () => {
    await place.setInputFiles(picked("cooking.jsonl", fileOf(pairs(3))));
    await expect(page.getByRole("heading", { name: "As raters will see it" })).toBeVisible();
    await bringIn.click();
    await expect(page.getByText("Nothing new")).toBeVisible();
    await expect(page.getByRole("paragraph").filter({ hasText: "3 records: 3 already imported" })).toBeVisible();
    expect(await project.progress()).toMatchObject({ tasks: 3 });
  });

  await test.step("the project starts", async () => {
    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("button", { name: "Start" }).click();
    await expect(page.getByText("Members can judge tasks.")).toBeVisible();
    await project.isJudged(manager, preferFirstButTieOnTwo);
  });

  await test.step("the export accounts for every judgment", async () => {
    await page.getByRole("link", { name: "Export", exact: true }).first().click();
    await expect(page.getByRole("row", { name: "Used: 2 judgments in 2 rows" }).getByRole("cell").last()).toHaveText("2");
    await expect(page.getByRole("row", { name: "Left out: tie" }).getByRole("cell").last()).toHaveText("1");
    await expect(page.getByRole("row", { name: "Total" }).getByRole("cell").last()).toHaveText("3");
  });

  await test.step("the file holds prompt, chosen and rejected", async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download 2 rows" }).click();
    const rows = linesOf<Preference>(await textOf(await download));
    const turns = rows.map(({ prompt, chosen, rejected }) => ({ prompt, chosen, rejected }));
    expect(turns).toHaveLength(2);
    for (const n of [1, 3]) {
      expect(turns).toContainEqual({
        prompt: [{ role: "user", content: `Question ${n}?` }],
        chosen: [{ role: "assistant", content: `first answer ${n}` }],
        rejected: [{ role: "assistant", content: `second answer ${n}` }],
      });
    }
  });
});

function preferFirstButTieOnTwo(text: string): Verdict {
  if (text.endsWith("2")) return { verdict: "tie", grade: 0 };
  return text.startsWith("first") ? { verdict: "a", grade: -2 } : { verdict: "b", grade: 2 };
}
