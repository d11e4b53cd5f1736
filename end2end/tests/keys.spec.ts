// The letters of the judge page, as each rater lays them out.
import type { Page } from "@playwright/test";

import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import type { Person } from "../support/person";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

const skip = /^Skip the task/;
const bothBad = /Both bad/;

// The account page, with the section of keys.
async function keysOf(person: Person, scripts = true): Promise<Page> {
  const page = await person.opens("/account", { javaScriptEnabled: scripts });
  if (scripts) await isAlive(page);
  await expect(page.getByLabel(skip)).toHaveValue("S");
  return page;
}

test("letters that were changed are heard, printed and listed in place of the usual ones", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(3));
  await project.admits(ann);
  const account = await keysOf(ann);

  // Whoever comes to a letter writes over it.
  await account.getByLabel(skip).focus();
  await account.keyboard.press("z");
  await account.getByLabel(bothBad).focus();
  await account.keyboard.press("i");
  await account.getByRole("button", { name: "Save keys" }).click();
  await expect(account.getByRole("heading", { name: "Judge page keys" })).toContainText("Saved");
  await expect(account.getByLabel(skip)).toHaveValue("Z");
  expect(await findingsOn(account)).toEqual([]);

  const { page } = await Desk.open(ann, project);
  await expect(page.getByRole("button", { name: "Skip" })).toHaveText("Skip Z");
  await page.keyboard.press("s");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(page.getByRole("dialog", { name: "Why skip this task?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("x");
  await expect(page.getByRole("radio", { name: "Both bad" })).not.toBeChecked();
  await page.keyboard.press("i");
  await expect(page.getByRole("radio", { name: "Both bad" })).toBeChecked();
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  await expect(list.getByText("Z", { exact: true })).toBeVisible();
  await expect(list.getByText("S", { exact: true })).toHaveCount(0);
  expect(await findingsOn(page)).toEqual([]);

  await list.getByRole("link", { name: "Change keys" }).click();
  await page.getByText("Reset to default keys…").click();
  await page.getByRole("button", { name: "Reset to default keys" }).click();
  await expect(page.getByLabel(skip)).toHaveValue("S");
});

test("a letter that is taken is refused beside it, and nothing that was typed is lost", async ({ person, watch }) => {
  watch.expect(/status of 422/);
  const ann = await person("Ann");
  const page = await keysOf(ann);

  await page.getByLabel(skip).fill("f");
  await page.getByLabel(bothBad).fill("i");
  await page.getByRole("button", { name: "Save keys" }).click();

  await expect(page.getByText("F is already used for “Swap the places of A and B”. Choose another letter.")).toBeVisible();
  await expect(page.getByLabel(skip)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel(bothBad)).toHaveValue("i");
  expect(await findingsOn(page)).toEqual([]);
  await page.getByLabel(skip).fill("");
  await page.getByRole("button", { name: "Save keys" }).click();
  await expect(page.getByLabel(skip)).toHaveValue("S");
  await expect(page.getByLabel(bothBad)).toHaveValue("I");
});

test("letters are changed without scripts, too", async ({ person }) => {
  const ann = await person("Ann");
  const page = await keysOf(ann, false);

  await page.getByLabel(skip).fill("z");
  await page.getByRole("button", { name: "Save keys" }).click();

  await expect(page.getByRole("heading", { name: "Judge page keys" })).toContainText("Saved");
  await expect(page.getByLabel(skip)).toHaveValue("Z");
});
