import { isAlive } from "../support/alive";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("links lead on and back between pages of both clients", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(3));
  const page = await manager.opens("/");
  await isAlive(page);
  const loaded: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) loaded.push(request.url().includes("/rater-") ? "rater" : "all");
  });
  const home = page.getByRole("heading", { name: "Projects" });
  const account = page.getByRole("heading", { name: "Account", level: 1 });
  const judging = page.getByRole("button", { name: "Skip" });

  await test.step("from home to judging without loading anything", async () => {
    await page.getByRole("link", { name: "Judge" }).click();
    await expect(page).toHaveURL(`/projects/${project.id}/judge`);
    await expect(judging).toBeVisible();
    expect(loaded).toEqual([]);
  });

  await test.step("to a page that the small client does not have", async () => {
    await page.getByText("Mia").first().click();
    await page.getByRole("link", { name: "Account", exact: true }).click();
    await expect(account).toBeVisible();
    await isAlive(page);
    expect(loaded).toEqual(["all"]);
  });

  await test.step("back twice and forward twice", async () => {
    await page.goBack();
    await expect(judging).toBeVisible();
    await page.goBack();
    await expect(home).toBeVisible();
    await page.goForward();
    await expect(judging).toBeVisible();
    await page.goForward();
    await expect(account).toBeVisible();
    await isAlive(page);
  });

  await test.step("the client of all pages needs no other", async () => {
    const before = loaded.length;
    await page.getByRole("link", { name: "Projects" }).click();
    await page.getByRole("link", { name: "Judge" }).click();
    await expect(judging).toBeVisible();
    expect(loaded.slice(before)).toEqual([]);
  });

});

test("an address that leads nowhere says so and stays", async ({ person, watch }) => {
  watch.expect(/status of 404/);
  const manager = await person("Mia", "admin");
  const page = await manager.opens("/");

  const answer = await page.goto("/projects/nowhere/at/all");
  await isAlive(page);

  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Not here" })).toBeVisible();
});
