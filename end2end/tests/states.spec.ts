// Every state of the judge page, in both themes, for whoever hears it, or sees little.
import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { asking, opens, sets } from "../support/sets";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("what stands instead of a task is accessible, whatever the reason", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.create(manager, 1);
  await project.admits(ann);
  const page = await ann.opens(project.page("judge"));
  const findings: string[] = [];
  const looksAt = async (heading: string) => {
    await page.goto(project.page("judge"));
    await isAlive(page);
    await expect(page.getByRole("heading", { name: heading })).toBeVisible();
    findings.push(...(await findingsOn(page)));
  };

  await looksAt("This project hasn't started yet");
  await project.becomes("active");
  await looksAt("No tasks yet");
  await project.imports(pairs(1));
  await manager.makes(`/projects/${project.id}/claims`, {});
  await looksAt("Nothing to judge right now");
  await project.becomes("paused");
  await looksAt("This project is paused");
  await project.becomes("archived");
  await looksAt("This project is closed");

  const other = await Project.active(manager, pairs(1));
  await other.admits(ann);
  await other.isJudged(ann, () => ({ verdict: "a", grade: -1 }));
  await page.goto(other.page("judge"));
  await expect(page.getByRole("heading", { name: "All done" })).toBeVisible();
  findings.push(...(await findingsOn(page)));

  expect(findings).toEqual([]);
});

test("what stands between rater and server is accessible", async ({ person, watch }) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED|status of 401/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(9));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const findings: string[] = [];

  await desk.judges("1");
  await desk.isSaved();
  await page.keyboard.press("u");
  await expect(page.getByText("Editing your earlier answer", { exact: true })).toBeVisible();
  findings.push(...(await findingsOn(page)));
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  while (await desk.submit.isVisible()) {
    await page.keyboard.press("2");
    await page.keyboard.press("Enter");
  }
  await expect(page.getByText("No connection. Retrying…")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Offline: the next task loads when you reconnect" })).toBeVisible();
  findings.push(...(await findingsOn(page)));
  await page.context().setOffline(false);
  await desk.isSaved();
  await manager.api.delete("/api/v1/account/sessions");
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("You are signed out");
  findings.push(...(await findingsOn(page)));

  expect(findings).toEqual([]);
});

const criteria = [
  { key: "facts", name: "Is it right?", help: "Every claim can be checked.", required: true, form: { levels: { look: "stars", count: 5 } } },
  { key: "style", name: "Which reads better?", form: { pairwise: { points: 5 } } },
  { key: "why", name: "Why?", form: { choices: { list: [{ key: "a", name: "Too long" }, { key: "b", name: "Rude" }], several: true } } },
];
const beside = { criteria, confidence: true, spans: true, rewrite: "optional", flags: [{ key: "unsafe", name: "Unsafe" }] };
const protocols = [
  { kind: "pair", scale: { points: 9, both_bad: true, both_good: true }, ...beside, rationale: { ask: "required", share: 100, min_length: 20 } },
  { kind: "ranking", ties: true, ...beside, criteria: [] },
  { kind: "best_worst", ...beside, criteria: [] },
  { kind: "rating", levels: { look: "labels", count: 3, labels: ["Poor", "Fair", "Good"] }, ...beside, criteria: criteria.slice(0, 1) },
];
const responses = { pair: 2, ranking: 4, best_worst: 3, rating: 1 };

for (const protocol of protocols) {
  const kind = protocol.kind as keyof typeof responses;
  test(`every step of a task of the kind ${kind} is accessible`, async ({ person }) => {
    const manager = await person("Mia", "admin");
    const project = await asking(manager, protocol, sets(1, responses[kind]));
    for (const width of [1280, 390]) {
      const page = await opens(manager, project, { viewport: { width, height: 844 } });
      const steps = page.getByRole("navigation", { name: "Questions" }).getByRole("button");
      expect(await steps.count()).toBeGreaterThan(1);
      for (let step = 0; step < (await steps.count()); step += 1) {
        await steps.nth(step).click();
        expect(await findingsOn(page)).toEqual([]);
      }
      // Sent off too early it says what is missing.
      await page.locator("h1#question").focus();
      await page.keyboard.press("1");
      await page.keyboard.press("Enter");
      expect(await findingsOn(page)).toEqual([]);
      await page.close();
    }
  });
}
