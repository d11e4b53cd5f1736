import { isAlive } from "../support/alive";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("links lead to the judge page, which has a client of its own, and back", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(3));
  const page = await manager.opens("/");
  await isAlive(page);
  const loaded: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) loaded.push(request.url().includes("/judge-") ? "judge" : "all");
  });
  const home = page.getByRole("heading", { name: "Projects" });
  const account = page.getByRole("heading", { name: "Account", level: 1 });
  const judging = page.getByRole("button", { name: "Skip" });

  await test.step("to judging", async () => {
    await page.getByRole("link", { name: "Judge" }).click();
    await expect(page).toHaveURL(`/projects/${project.id}/judge`);
    await expect(judging).toBeVisible();
    await isAlive(page);
    expect(loaded).toEqual(["judge"]);
  });

  await test.step("to a page of the other client", async () => {
    await page.getByText("Mia").first().click();
    await page.getByRole("link", { name: "Account", exact: true }).click();
    await expect(account).toBeVisible();
    await isAlive(page);
    expect(loaded).toEqual(["judge", "all"]);
  });

  await test.step("from there to others without loading anything", async () => {
    await page.getByRole("link", { name: "Projects" }).click();
    await expect(home).toBeVisible();
    expect(loaded).toEqual(["judge", "all"]);
  });

  await test.step("back and forward", async () => {
    await page.goBack();
    await expect(account).toBeVisible();
    await page.goBack();
    await expect(judging).toBeVisible();
    await page.goBack();
    await expect(home).toBeVisible();
    await page.goForward();
    await expect(judging).toBeVisible();
  });

  await test.step("a link in a text that leads to judging", async () => {
    await page.goto("/");
    await isAlive(page);
    await page.evaluate((address) => {
      const link = document.createElement("a");
      link.href = address;
      link.textContent = "over there";
      document.querySelector("main")?.append(link);
    }, project.page("judge"));
    await page.getByRole("link", { name: "over there" }).click();
    await expect(judging).toBeVisible();
  });
});

test("an address that leads nowhere says so and stays", async ({ person, watch }) => {
  watch.expect(/status of 404/);
  const manager = await person("Mia", "admin");
  const page = await manager.opens("/");

  const answer = await page.goto("/projects/nowhere/at/all");
  await isAlive(page);

  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
});
