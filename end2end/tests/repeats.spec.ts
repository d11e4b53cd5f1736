// Tasks that a rater meets again: set by a manager, unnoticed while judging, told on the first page.
import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { rows } from "../support/sets";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("tasks come again with their sides turned, and home does not tell which", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const all = pairs(26);
  const project = await Project.active(manager, all.slice(0, 23));
  await project.admits(ann);
  // She prefers the first answer of the file, wherever it stands.
  const firstAnswer = (text: string) => (text.startsWith("first") ? { verdict: "a", grade: -1 } : { verdict: "b", grade: 1 }) as const;
  await project.isJudged(ann, firstAnswer);
  await project.imports(all);
  const home = async () => {
    const page = await ann.opens("/");
    await isAlive(page);
    await expect(page.getByRole("heading", { name: "Your work" })).toBeAttached();
    return page;
  };
  await expect((await home()).getByText(/repeated tasks the same way/)).toHaveCount(0);

  const settings = await manager.opens(project.page("settings"));
  const share = settings.getByLabel("Repeat tasks (%)");
  await expect(share).toHaveValue("0");
  await share.fill("100");
  await settings.getByRole("button", { name: "Save" }).first().click();
  await expect(settings.getByText("Saved", { exact: true })).toBeVisible();
  expect(await findingsOn(settings)).toEqual([]);

  const before = new Map((await rows(project, "judgments_jsonl")).map((row) => [row.external_id, row.shown_first]));
  const desk = await Desk.open(ann, project);
  for (let n = 0; n < 5; n += 1) {
    const { pair, first } = await desk.shown();
    const shownFirst = first === "A" ? "response_1" : "response_2";
    expect(shownFirst, "the sides are turned").not.toBe(before.get(`pair-${pair}`));
    // The same answer again, but for the last, which is the other one.
    await desk.judges((first === "A") === (n < 4) ? "3" : "5");
  }
  await expect(desk.page.getByText("Saved", { exact: true })).toBeVisible();

  const page = await home();
  // It is counted from the next day on: on the same day it would tell which tasks came again.
  await expect(page.getByText(/repeated tasks the same way/)).toHaveCount(0);
  expect(await findingsOn(page)).toEqual([]);
  const repeated = (await rows(project, "judgments_jsonl")).filter((row) => row.repeat_of !== "");
  expect(repeated.map((row) => row.preferred).sort()).toEqual(["response_1", "response_1", "response_1", "response_1", "response_2"]);
  expect((await project.preferences()).length, "what was met again trains nothing").toBe(23);

  await test.step("managers see which judgments these are", async () => {
    const list = await manager.opens(project.page("judgments"));
    await expect(list.getByText("shown again")).toHaveCount(5);
    await list.getByRole("row").filter({ hasText: "shown again" }).first().getByRole("link").click();
    await expect(list.getByText("shown again")).toBeVisible();
    expect(await findingsOn(list)).toEqual([]);
  });
});
