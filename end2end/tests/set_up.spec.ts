import { isAlive } from "../support/alive";
import { expect, test } from "../support/test";

test("the first visit makes the first admin, who begins with a sample", async ({ page, server, watch }) => {
  watch.expect(/status of (401|422)/);

  await test.step("the first visit leads to set-up", async () => {
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Welcome to Touchstone" })).toBeVisible();
  });

  await test.step("a wrong code is refused beside its field", async () => {
    await isAlive(page);
    await page.getByLabel("Setup code").fill("WRONG-CODE");
    await page.getByLabel("Your name").fill("Ada Admin");
    await page.getByLabel("Email").fill("ada@example.org");
    await page.getByLabel("Password").fill("slate gold streak assay");
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByLabel("Setup code")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("Setup code")).toHaveAccessibleDescription(/code/);
  });

  await test.step("the right code makes the account", async () => {
    await page.getByLabel("Setup code").fill(server.setUpCode);
    await page.getByRole("button", { name: "Create account" }).click();
    await expect(page.getByRole("heading", { name: "Get started" })).toBeVisible();
  });

  await test.step("the empty home page makes a sample project", async () => {
    await page.getByRole("button", { name: "Create sample project" }).click();
    await expect(page.getByRole("heading", { name: /^Sample/ })).toBeVisible();
    await page.getByRole("link", { name: "Projects" }).click();
    await expect(page.getByRole("link", { name: /^Sample/ })).toBeVisible();
  });

  await test.step("signing out", async () => {
    await page.getByText("Ada Admin").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

  await test.step("a wrong password is refused, and what was typed stays", async () => {
    await isAlive(page);
    await page.getByLabel("Email").fill("ada@example.org");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert")).toContainText(/password/i);
    await expect(page.getByLabel("Email")).toHaveValue("ada@example.org");
  });

  await test.step("the right password leads home", async () => {
    await page.getByLabel("Password").fill("slate gold streak assay");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { name: "Projects" })).toBeVisible();
  });
});

test("a page that was asked for comes after signing in", async ({ page, person }) => {
  const ann = await person("Ann", "admin");

  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await page.getByLabel("Email").fill(ann.email);
  await page.getByLabel("Password").fill(ann.password);
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page).toHaveURL(/\/account$/);
});
