// Designing a protocol on the settings page.
import { findingsOn } from "../support/accessibility";
import { Project } from "../support/project";
import type { Row } from "../support/sets";
import { expect, test } from "../support/test";

test("a protocol is designed in the browser with the rater's page beside it", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.create(manager);
  const page = await manager.opens(project.page("settings"));
  const preview = page.getByRole("group", { name: "Preview of the judge page" });
  await expect(preview.getByRole("radio", { name: "A much better" })).toBeVisible();

  await page.getByRole("button", { name: "Chatbot Arena" }).click();
  await expect(page.getByRole("button", { name: "Chatbot Arena" })).toHaveAttribute("aria-pressed", "true");
  await expect(preview.getByRole("radio")).toHaveCount(4);
  await expect(preview.getByRole("radio", { name: "Both bad" })).toBeVisible();
  await page.getByRole("button", { name: "Anthropic HH" }).click();
  await expect(preview.getByRole("radio", { name: "A much better" })).toBeVisible();
  await expect(preview.getByRole("radio", { name: "Both bad" })).toHaveCount(0);
  await page.getByLabel("Both good").check();
  await expect(page.getByRole("button", { name: "Anthropic HH" })).toHaveAttribute("aria-pressed", "false");

  await page.getByRole("button", { name: "Add question about each response" }).click();
  const first = page.getByRole("group", { name: "Criterion 1" });
  await first.getByLabel("Question").fill("Is it kind?");
  await first.getByLabel("Key (column name)").fill("Kind!");
  await expect(preview.getByText("A key starts with a lowercase letter")).toBeVisible();
  await first.getByLabel("Key (column name)").fill("kind");
  await expect(preview.getByRole("group", { name: /^Is it kind\? · A/ })).toBeVisible();
  await preview.getByRole("radio", { name: "3 stars" }).click();
  await expect(preview.getByRole("group", { name: /^Is it kind\? · B/ })).toBeVisible();
  await page.getByRole("button", { name: "Add list of reasons" }).click();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Save protocol" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();

  const scale = { points: 8, both_bad: false, both_good: true };
  await expect.poll(async () => (await manager.reads<{ protocol: Row }>(`/projects/${project.id}`)).protocol.scale).toEqual(scale);
  const { protocol } = await manager.reads<{ protocol: { criteria: Row[] } }>(`/projects/${project.id}`);
  expect(protocol.criteria).toMatchObject([
    { key: "kind", name: "Is it kind?", required: true, form: { levels: { look: "stars", count: 5 } } },
    { key: "criterion_2", when: ["both_bad"], form: { choices: { several: true } } },
  ]);
  await page.getByLabel("Question type").selectOption("rating");
  await expect(preview.getByRole("button", { name: /^Rating/ })).toBeVisible();
  await page.getByRole("button", { name: "Save protocol" }).click();
  await expect.poll(async () => (await manager.reads<{ protocol: Row }>(`/projects/${project.id}`)).protocol.kind).toBe("rating");
});
