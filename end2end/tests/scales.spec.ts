// Scales: chosen on the settings page, judged by, changed while people judge.
import { Desk, verdictOf } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

for (const points of [2, 3, 4, 5, 6, 7, 8, 9]) {
  test(`a scale of ${points} points is judged by keyboard and by pointer`, async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await Project.active(manager, pairs(points + 3));
    await project.asksBy({ points, both_bad: true, both_good: true });
    const desk = await Desk.open(manager, project);
    const bar = desk.page.getByRole("form", { name: "Verdict" });
    await expect(bar.getByRole("radio")).toHaveCount(points + 2);

    const keys = [...Array.from({ length: points }, (_, n) => String(n + 1)), "v", "x"];
    for (const key of keys) await desk.judges(key);
    const shown = await desk.shown();
    await bar.getByRole("radio", { name: "Both good" }).check();
    await desk.submit.click();
    await desk.hasLeft(shown);
    await desk.isSaved();

    const expected = [...keys, "v"].map((key) => verdictOf(key, points));
    expect(await manager.judgments(project)).toMatchObject(expected);
  });
}

test("a manager changes the scale while a task lies before a rater", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(6));
  await project.admits(ann);
  const desk = await Desk.open(ann, project);
  const settings = await manager.opens(project.page("settings"));

  const preview = settings.getByRole("list", { name: "Verdicts as raters see them" });
  await expect(preview.getByRole("listitem")).toHaveCount(8);
  await settings.getByLabel("Points").selectOption("3");
  await settings.getByRole("checkbox", { name: /^Both good Both responses/ }).check();
  await expect(preview.getByRole("listitem")).toHaveText(["A better 1", "Tie 2", "B better 3", "Both good V", "Both bad X"]);
  await settings.getByRole("button", { name: "Save protocol" }).click();
  await expect(settings.getByText("Saved", { exact: true })).toBeVisible();

  // Three tasks were handed out before: the one in front and two ahead.
  for (const key of ["7", "x", "1", "a", "t", "v"]) await desk.judges(key);
  await desk.isSaved();
  expect(await ann.judgments(project)).toMatchObject([
    { grade: 3, protocol_version: 1 },
    { verdict: "both_bad", protocol_version: 1 },
    { grade: -3, protocol_version: 1 },
    { grade: -1, protocol_version: 2 },
    { grade: 0, protocol_version: 2 },
    { verdict: "both_good", protocol_version: 2 },
  ]);
  await settings.reload();
  await expect(settings.getByLabel("Points")).toHaveValue("3");
  await expect(settings.getByRole("checkbox", { name: /^Both good Both responses/ })).toBeChecked();
});
