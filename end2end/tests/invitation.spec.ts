import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

test("whoever opens an invitation makes an account and judges", async ({ person, open, watch }) => {
  watch.expect(/status of 409/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(1));
  let link = "";

  await test.step("the manager makes a link", async () => {
    const page = await manager.opens(project.page("members"));
    const role = page.getByLabel("Role", { exact: true }).first();
    await expect(role).toHaveValue("rater");
    await page.getByRole("button", { name: "Create invitation" }).click();
    const made = page.getByRole("status").filter({ hasText: "Invitation created" });
    link = /http\S+\/invitations\/\S+/.exec(await made.innerText())![0];
  });

  await test.step("a newcomer opens it and becomes a rater", async () => {
    const page = await open();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "You are invited to judge" })).toBeVisible();
    await expect(page.getByText("Cooking")).toBeVisible();
    await page.getByLabel("Your name").fill("Ned Newcomer");
    await page.getByLabel("Email").fill("ned@example.org");
    await page.getByLabel("Password").fill("slate gold streak assay");
    await page.getByRole("button", { name: "Create account and join" }).click();
    await expect(page.getByText("You judge")).toBeVisible();
    await page.getByRole("link", { name: "Judge", exact: true }).click();
    await expect(page.getByRole("region", { name: "Response A" })).toBeVisible();
  });

  await test.step("the link works once", async () => {
    const page = await open();
    await page.goto(link);
    await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  });

  const members = await manager.reads<{ email: string; role: string }[]>(`/projects/${project.id}/members`);
  expect(members).toContainEqual(expect.objectContaining({ email: "ned@example.org", role: "rater" }));
});

test("whoever has an account joins with it", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(1));
  const { secret } = await manager.makes<{ secret: string }>(`/projects/${project.id}/invitations`, {
    role: "rater",
  });

  const page = await ann.opens(`/invitations/${secret}`);
  await page.getByRole("button", { name: "Join as Ann" }).click();

  await expect(page.getByRole("heading", { name: "Cooking" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Members" })).toBeHidden();
});
