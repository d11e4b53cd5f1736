import type { Page } from "@playwright/test";

import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import { picked } from "../support/files";
import { Project, type Verdict } from "../support/project";
import { fileOf, pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("a new server's pages are accessible", async ({ page }) => {
  await page.goto("/set-up");
  await isAlive(page);

  expect(await findingsOn(page)).toEqual([]);
});

test("pages without an account are accessible", async ({ page, person, watch }) => {
  watch.expect(/status of 40[49]/);
  const manager = await person("Mia", "admin");
  const project = await Project.create(manager);
  const invitation = await manager.makes<{ secret: string }>(`/projects/${project.id}/invitations`, { role: "rater" });

  const paths = ["/sign-in", "/api", `/invitations/${invitation.secret}`, "/invitations/unknown", "/nowhere"];
  expect(await findingsAt(page, paths)).toEqual([]);
});

test("empty pages are accessible", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const page = await manager.opens("/");

  const beginning = await findingsAt(page, ["/", "/projects/new"]);
  const project = await Project.create(manager);
  const names = ["", "judge", "members", "import", "judgments", "results", "export", "settings"];
  const empty = await findingsAt(page, ["/", ...names.map((name) => project.page(name))]);

  expect([...beginning, ...empty]).toEqual([]);
});

test("a manager's pages are accessible", async ({ person, watch }) => {
  watch.expect(/status of 422/);
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.create(manager, 2, "Prefer the **tastier** answer.");
  await project.imports(pairs(12));
  await project.becomes("active");
  await project.admits(ann);
  await project.isJudged(manager, preferFirst);
  await project.isJudged(ann, preferA);
  await project.fails(`{"id": "cut off"`);
  await manager.makes(`/projects/${project.id}/invitations`, { role: "rater" });
  await manager.makes("/account/tokens", { name: "Notebook", scope: "read" });

  const page = await manager.opens("/");
  const names = ["", "judge", "members", "import", "judgments", "results", "export", "settings"];
  const paths = ["/", "/account", "/accounts", ...names.map((name) => project.page(name))];
  const findings = await findingsAt(page, paths);
  await page.goto(project.page("import"));
  await isAlive(page);
  await page.getByLabel("Drop a file here, or choose one").setInputFiles(picked("a.jsonl", fileOf(pairs(2))));
  await expect(page.getByRole("heading", { name: "As raters will see it" })).toBeVisible();
  findings.push(...(await findingsOn(page)));

  expect(findings).toEqual([]);
});

test("a rater's pages are accessible", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(2), "Prefer the **tastier** answer.");

  const page = await ann.opens("/");
  const findings = await findingsAt(page, ["/"]);
  await project.admits(ann);
  findings.push(...(await findingsAt(page, ["/", project.page(), project.page("judge")])));
  const desk = await Desk.at(page);
  await page.keyboard.press("2");
  findings.push(...(await findingsOn(page)));
  await page.keyboard.press("d");
  await page.keyboard.press("j");
  await page.getByText("View", { exact: true }).click();
  findings.push(...(await findingsOn(page)));
  await page.getByText("View", { exact: true }).click();
  for (const key of ["g", "s", "?"]) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog")).toBeVisible();
    findings.push(...(await findingsOn(page)));
    await page.keyboard.press("Escape");
  }
  await desk.judges("1");
  await desk.judges("1");
  findings.push(...(await findingsOn(page)));

  expect(findings).toEqual([]);
});

async function findingsAt(page: Page, paths: string[]): Promise<string[]> {
  const findings: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await isAlive(page);
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveCount(0);
    findings.push(...(await findingsOn(page)));
  }
  return findings;
}

function preferFirst(text: string): Verdict {
  return text.startsWith("first") ? { verdict: "a", grade: -2 } : { verdict: "b", grade: 2 };
}

function preferA(): Verdict {
  return { verdict: "a", grade: -1 };
}
