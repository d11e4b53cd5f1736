// Flags and rewrites, from the judge page to the data for training.
import { findingsOn } from "../support/accessibility";
import { asking, isSaved, leaves, opens, order, rows, setOf, sets } from "../support/sets";
import { expect, test } from "../support/test";

test("a task and a response are flagged, and held back from training data", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const flags = [{ key: "unsafe", name: "Unsafe" }, { key: "broken", name: "Broken" }];
  const project = await asking(manager, { kind: "pair", scale: { points: 2, both_bad: false }, flags }, sets(2, 2));
  const page = await opens(manager, project);
  const [shown, set] = [await order(page), await setOf(page)];
  const dialog = page.getByRole("dialog", { name: "What's wrong here?" });

  await page.keyboard.press("l");
  await dialog.getByRole("checkbox", { name: "Broken: response B" }).check();
  await dialog.getByLabel("Comment").fill("It ends in the middle.");
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "1 flag L" })).toBeVisible();
  await page.keyboard.press("1");
  await leaves(page, () => page.keyboard.press("Enter"));
  await expect(page.getByRole("button", { name: "Flag L" })).toBeVisible();
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await isSaved(page);

  const row = (await rows(project, "judgments_jsonl")).find((row) => row.external_id === `set-${set}`)!;
  expect(row).toMatchObject({ flags: `response_${shown[1]}:broken`, flag_comment: "It ends in the middle." });
  expect(await rows(project, "trl_preference")).toHaveLength(1);
  expect(await rows(project, "trl_preference?flagged=keep")).toHaveLength(2);
  const exports = await manager.opens(project.page("export"));
  await expect(exports.getByText("Left out: flagged by a rater")).toBeVisible();
  await exports.getByLabel("Flagged texts").selectOption("keep");
  await expect(exports.getByText("Left out: flagged by a rater")).toBeHidden();
});

test("the better response is edited, with its changes in sight, and trains as the best", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const protocol = { kind: "pair", scale: { points: 2, both_bad: true }, rewrite: "required" };
  const project = await asking(manager, protocol, sets(1, 2));
  const page = await opens(manager, project);
  const [first] = await order(page);

  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Write a better response.");
  await page.getByRole("button", { name: "From A" }).click();
  const field = page.getByRole("textbox", { name: "Your response" });
  await expect(field).toHaveValue(`answer 1.${first}`);
  await page.keyboard.press("End");
  await page.keyboard.type(", truly, and 1 2 3 x");
  await page.getByText("Your changes to A").click();
  await expect(page.getByRole("insertion")).not.toHaveCount(0);
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(field).toHaveValue(`answer 1.${first}, truly, and 1 2 3 x`);
  await page.getByRole("button", { name: "Submit" }).click();
  await isSaved(page);

  const [best] = await rows(project, "trl_sft");
  expect(best).toMatchObject({ source: "rewrite", model: "rewrite" });
  expect((await rows(project, "trl_preference")).map((row) => row.chosen_model)).toEqual([`model-${first}`, "rewrite"]);
});
