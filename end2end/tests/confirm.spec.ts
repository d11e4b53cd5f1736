// What ends access asks first and says what follows, every change confirms itself, and menus close.
import type { Locator, Page } from "@playwright/test";

import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import type { Person } from "../support/person";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

// The page, taken over by its client where there are scripts.
async function opened(person: Person, path: string, scripts: boolean): Promise<Page> {
  const page = await person.opens(path, { javaScriptEnabled: scripts });
  if (scripts) await isAlive(page);
  return page;
}

// Opens the question, reads it, and answers it.
async function answers(place: Locator, ask: string, question: RegExp, button: string): Promise<void> {
  const asked = place.locator("details.confirm").filter({ has: place.page().getByText(ask, { exact: true }) });
  const final = asked.getByRole("button", { name: button });
  await expect(final).toBeHidden();
  await asked.locator("summary").click();
  await expect(asked.locator("p")).toHaveText(question);
  await final.click();
}

async function confirms(page: Page, text: string): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();
}

for (const scripts of [true, false]) {
  test(`access ends after a question, and each change is confirmed, ${scripts ? "with" : "without"} scripts`, async ({ person }) => {
    const manager = await person("Mia", "admin");
    const ann = await person("Ann");
    const project = await Project.active(manager, pairs(1));
    const row = (page: Page, name: string) => page.getByRole("row").filter({ hasText: new RegExp(name) });

    await test.step("members", async () => {
      const page = await opened(manager, project.page("members"), scripts);
      await page.getByLabel("Email").fill(ann.email);
      await page.getByRole("button", { name: "Add member", exact: true }).click();
      await confirms(page, "Member added.");

      await row(page, "Ann").locator("summary").first().click();
      await row(page, "Ann").getByLabel("Role of Ann", { exact: true }).selectOption("adjudicator");
      await row(page, "Ann").getByRole("button", { name: "Change role" }).click();
      await confirms(page, "Role changed.");
      await expect(row(page, "Ann").locator("summary").first()).toHaveText("adjudicator");

      await answers(row(page, "Ann"), "Remove…", /signed out/, "Remove");
      await confirms(page, "Member removed.");
      await expect(row(page, "Ann")).toHaveCount(0);

      await page.getByRole("button", { name: "Create invitation" }).click();
      await answers(row(page, "Valid until"), "Withdraw…", /link stops working/, "Withdraw invitation");
      await confirms(page, "Invitation withdrawn.");
      if (scripts) expect(await findingsOn(page)).toEqual([]);

      // The page that comes next speaks of itself.
      await page.getByRole("link", { name: "Overview" }).click();
      await expect(page.getByRole("heading", { name: "Next steps" })).toBeVisible();
      await expect(page.getByText("Invitation withdrawn.")).toHaveCount(0);
    });

    await test.step("the project", async () => {
      const page = await opened(manager, project.page(), scripts);
      await page.getByRole("button", { name: "Pause" }).click();
      await confirms(page, "The project is paused.");
      await answers(page.getByRole("main"), "Archive…", /Judgments stay/, "Archive");
      await confirms(page, "The project is archived.");
    });

    await test.step("accounts", async () => {
      const page = await opened(manager, "/accounts", scripts);
      await answers(row(page, "Ann"), "Make site admin…", /every project/, "Make site admin");
      await confirms(page, "The account is now a site admin.");
      await answers(row(page, "Ann"), "Remove as site admin…", /loses access/, "Remove as site admin");
      await confirms(page, "The account is no longer a site admin.");
      await answers(row(page, "Ann"), "Disable…", /tokens stop working/, "Disable");
      await confirms(page, "Account disabled.");
      await row(page, "Ann").getByRole("button", { name: "Enable" }).click();
      await confirms(page, "Account enabled.");
      if (scripts) expect(await findingsOn(page)).toEqual([]);
    });

    await test.step("one's own account", async () => {
      await manager.makes("/account/tokens", { name: "nightly", scope: "read" });
      const page = await opened(manager, "/account", scripts);
      await answers(row(page, "nightly"), "Revoke…", /cannot be restored/, "Revoke token");
      await confirms(page, "Token revoked.");
      await answers(page.locator("#keys"), "Reset to default keys…", /replaces all/, "Reset to default keys");
      await expect(page.getByRole("heading", { name: "Judge page keys" })).toContainText("Saved");
      await answers(page.getByRole("main"), "Sign out everywhere…", /signs you out/, "Sign out everywhere");
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    });
  });
}

test("the address confirms only changes that it knows", async ({ person }) => {
  const manager = await person("Mia", "admin");

  const page = await manager.opens("/accounts?done=member-removed");
  await confirms(page, "Member removed.");
  await page.getByRole("link", { name: "Close" }).click();
  await expect(page.getByText("Member removed.")).toHaveCount(0);

  await page.goto("/accounts?done=%3Cb%3EYour+password+leaked%3C%2Fb%3E");
  await expect(page.getByRole("heading", { name: "Accounts" })).toBeVisible();
  await expect(page.getByText("leaked")).toHaveCount(0);
});

test("menus close on Escape, on a click elsewhere, and on navigation", async ({ person, open }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(1));
  const pages = [
    { path: "/", scripts: true },
    { path: "/", scripts: false },
    // The header of the judge page has no client.
    { path: project.page("judge"), scripts: true },
  ];
  for (const { path, scripts } of pages) {
    const page = await opened(manager, path, scripts);
    const button = page.getByRole("banner").getByRole("button", { name: "Mia" });
    const item = page.getByRole("link", { name: "Account", exact: true });
    await expect(item).toBeHidden();
    await button.click();
    await expect(item).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(item).toBeHidden();
    await button.click();
    await expect(item).toBeVisible();
    await page.mouse.click(200, 500);
    await expect(item).toBeHidden();
    await button.click();
    await item.click();
    await expect(page.getByRole("heading", { name: "Account", level: 1 })).toBeVisible();
    await expect(item).toBeHidden();
  }

  const stranger = await open();
  await stranger.goto("/sign-in");
  const german = stranger.getByRole("button", { name: "Deutsch" });
  await stranger.getByRole("banner").getByRole("button", { name: "Language" }).click();
  await expect(german).toBeVisible();
  await stranger.keyboard.press("Escape");
  await expect(german).toBeHidden();
});
