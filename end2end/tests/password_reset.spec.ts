import { findingsOn } from "../support/accessibility";
import { expect, test } from "../support/test";

const NEW = "slate gold streak assay";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with scripts" : "without scripts";

  test(`a forgotten password is replaced by a link, ${how}`, async ({ person, open, watch }) => {
    watch.expect(/status of (409|422)/);
    const admin = await person("Mia", "admin");
    const ann = await person("Ann");
    let link = "";

    await test.step("the sign-in page says whom to ask", async () => {
      const page = await open({ javaScriptEnabled });
      await page.goto("/sign-in");
      await expect(page.getByText("Forgot your password? Ask an admin for a reset link.")).toBeVisible();
    });

    const page = await open({ javaScriptEnabled });
    await test.step("the admin creates a link", async () => {
      await page.goto("/sign-in?next=/accounts");
      await page.getByLabel("Email").fill(admin.email);
      await page.getByLabel("Password").fill(admin.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      const row = page.getByRole("row").filter({ hasText: ann.email });
      await row.getByRole("button", { name: "Create reset link" }).click();
      const created = page.getByRole("status").filter({ hasText: "Reset link created" });
      link = /http\S+\/password-resets\/\S+/.exec(await created.innerText())![0];
      await expect(row.getByText("Reset link valid until")).toBeVisible();
      if (javaScriptEnabled) expect(await findingsOn(page)).toEqual([]);
    });

    await test.step("the owner chooses a new password", async () => {
      const owner = await open({ javaScriptEnabled });
      await owner.goto(link);
      await expect(owner.getByText(`For the account ${ann.email}.`)).toBeVisible();
      if (javaScriptEnabled) expect(await findingsOn(owner)).toEqual([]);
      await owner.getByLabel("New password").fill("password");
      await owner.getByRole("button", { name: "Save password and sign in" }).click();
      await expect(owner.getByText("This password is too easy to guess")).toBeVisible();
      await owner.getByLabel("New password").fill(NEW);
      await owner.getByRole("button", { name: "Save password and sign in" }).click();
      await expect(owner).toHaveURL(/\/$/);
      await owner.goto("/account");
      const links = owner.getByRole("region", { name: "Password reset links" });
      await expect(links).toContainText("Created by Mia");
      await expect(links).toContainText("Used");
    });

    await test.step("the link works once", async () => {
      const stranger = await open({ javaScriptEnabled });
      await stranger.goto(link);
      await expect(stranger.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    });

    await test.step("the admin revokes another one", async () => {
      await page.goto("/accounts");
      const row = page.getByRole("row").filter({ hasText: ann.email });
      await row.getByRole("button", { name: "Create reset link" }).click();
      await expect(page.getByText("Reset link created")).toBeVisible();
      await row.getByRole("button", { name: "Revoke reset link" }).click();
      await expect(row.getByRole("button", { name: "Create reset link" })).toBeVisible();
      await expect(page.getByText("Reset link created")).toBeHidden();
    });
  });
}
