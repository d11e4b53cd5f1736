import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { isAlive } from "../support/alive";
import { addressOf, ATTACKS, BIDI, KINDS, NAME, planted, SHORT, TURNS } from "../support/attacks";
import { Desk } from "../support/desk";
import { picked } from "../support/files";
import { done, type Person } from "../support/person";
import { Project } from "../support/project";
import { fileOf, type Pair } from "../support/tasks";
import { expect, test } from "../support/test";

const PAIRS: Pair[] = ATTACKS.map((attack, n) => ({
  id: `attack-${n}`,
  prompt: `${attack}\n\n${BIDI}`,
  responses: [
    { model: "planted-model-alpha", text: `${attack}\n\n${BIDI}\n\nend of one ${n}` },
    { model: "planted-model-omega", text: `\`\`\`html\n${attack}\n\`\`\`\n\nend of two ${n}` },
  ],
}));

test("hostile texts stay texts before a rater, who learns no model's name", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, PAIRS);
  await project.admits(ann);

  const page = await ann.opens("/");
  const bodies = listenToBodies(page);
  await page.goto(project.page());
  await page.goto(project.page("judge"));
  const desk = await Desk.at(page);
  for (let n = 0; n < ATTACKS.length; n += 1) {
    await isHarmless(page);
    await isMarked(page);
    await expect(page.getByRole("main")).toContainText(/safe RLO\s?gnp.exe\s?PDF/);
    await page.getByRole("heading", { name: "Prompt" }).click();
    await isHarmless(page);
    await isMarked(page);
    // As it was written: from the next task on again as Markdown.
    await page.keyboard.press("m");
    await isHarmless(page);
    await isMarked(page);
    await expect(page.getByRole("main")).toContainText(/safe RLO\s?gnp.exe\s?PDF/);
    const end = /end of \w+ \d+/.exec(await desk.response("A").innerText())![0];
    await page.keyboard.press("3");
    await desk.submit.click();
    await expect(page.getByText(end, { exact: true })).toBeHidden();
  }
  await expect(page.getByRole("heading", { name: "All done" })).toBeVisible();

  expect(bodies.length).toBeGreaterThan(ATTACKS.length);
  for (const body of await Promise.all(bodies)) expect(body).not.toContain("planted-model");
});

test("hostile texts stay texts in the preview and on the manager's pages", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.create(manager, 1, ATTACKS.join("\n\n"));
  const page = await manager.opens(project.page("import"));
  await isAlive(page);

  await page.getByLabel("Drop a file here, or choose one").setInputFiles(picked("<b>x</b>.jsonl", fileOf(PAIRS)));
  await expect(page.getByRole("heading", { name: "As raters will see it" })).toBeVisible();
  await isHarmless(page);
  await isMarked(page);
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("12 tasks imported")).toBeVisible();
  for (const name of ["", "settings", "results", "export"]) {
    await page.goto(project.page(name));
    await isAlive(page);
    await isHarmless(page);
    await isMarked(page);
  }
});

test("hostile texts in every field harm nobody on any page", async ({ person, open, server, watch }) => {
  test.setTimeout(900_000);
  watch.expect(/status of (401|403|404|409|429)/);
  const of = (name: string, standing?: "admin") =>
    person(name, standing, { name: `${NAME} ${name}`, email: addressOf(name.toLowerCase()) });
  const admin = await of("Mia", "admin");
  const people = { manager: await of("Max"), adjudicator: await of("Ada"), rater: await of("Ann") };
  const outsider = await of("Otto");
  for (const one of [admin, people.manager]) {
    await done(one.api.post("/api/v1/account/tokens", { data: { name: NAME, scope: "read" } }));
  }
  const { id } = await outsider.reads<{ id: string }>("/account");
  const reset = await admin.makes<{ secret: string }>(`/accounts/${id}/password-resets`, {});

  const visitors: [string, Person | undefined][] = [
    ["a stranger", undefined],
    ["an outsider", outsider],
    ["a rater", people.rater],
    ["an adjudicator", people.adjudicator],
    ["a manager", people.manager],
    ["an admin", admin],
  ];
  for (const kind of KINDS) {
    const isFirst = kind === KINDS[0];
    const project = await planted(kind, admin, people);
    const judgment = (await people.rater.judgments(project)).at(-1)!.id;
    const invitation = await people.manager.makes<{ secret: string }>(`/projects/${project.id}/invitations`, { role: "rater" });
    const all = addressesOf(project.id, judgment, { invitation: invitation.secret, reset: reset.secret });
    // A question of another kind changes what members read of the project, and nothing else.
    const paths = isFirst ? all : all.filter((path) => path.includes(project.id));
    for (const [who, visitor] of isFirst ? visitors : visitors.filter(([who]) => /rater|manager/.test(who))) {
      for (const javaScriptEnabled of isFirst ? [true, false] : [true]) {
        await test.step(`${kind.kind}: ${who}${javaScriptEnabled ? "" : " without scripts"}`, async () => {
          const page = await open({ javaScriptEnabled, storageState: await visitor?.api.storageState() });
          let told = 0;
          for (const path of paths) {
            await test.step(path, async () => {
              const text = await staysHarmless(page, path, server.origin, javaScriptEnabled);
              told += text.includes(SHORT) ? 1 : 0;
            });
          }
          if (visitor !== undefined) expect.soft(told, "pages with a hostile text").toBeGreaterThan(paths.length / 2);
          await page.context().close();
        });
      }
    }
  }
});

test("hostile texts stay texts in the dialogs of the judge page", async ({ person }) => {
  test.setTimeout(120_000);
  const admin = await person("Mia", "admin", { name: NAME, email: addressOf("mia") });
  const ann = await person("Ann", undefined, { name: NAME, email: addressOf("ann") });
  for (const kind of KINDS) {
    const project = await planted(kind, admin, { rater: ann });
    const page = await ann.opens(project.page("judge"));
    await isAlive(page);
    for (const key of ["g", "l", "s", "?", "v"]) {
      await page.keyboard.press(key);
      await isHarmless(page);
      await page.keyboard.press("Escape");
    }
    // The last decisions, as they are corrected.
    for (let n = 0; n < 2; n += 1) {
      await page.keyboard.press("u");
      await isHarmless(page);
      await opensDetails(page);
    }
  }
});

// The addresses of every page.
function addressesOf(project: string, judgment: string, secrets: { invitation: string; reset: string }): string[] {
  const routes: string[] = JSON.parse(readFileSync(join(__dirname, "../support/pages.json"), "utf8"));
  const hostile = encodeURIComponent(NAME);
  const more = [
    `/${hostile}`,
    `/invitations/${hostile}`,
    `/sign-in?next=${hostile}&__path=%2Frpc%2Fsign-in&__err=${refusalWith(NAME)}`,
    `/projects/{project}/guidelines?since=1`,
    `/projects/{project}/judgments?before=${hostile}`,
    `/projects/{project}/export?flagged=keep&format=judgments_csv`,
  ];
  const filled = [...routes, ...more].map((route) =>
    route
      .replace("{project}", project)
      .replace("{judgment}", judgment)
      .replace("invitations/{secret}", `invitations/${secrets.invitation}`)
      .replace("password-resets/{secret}", `password-resets/${secrets.reset}`),
  );
  expect(filled.filter((path) => path.includes("{"))).toEqual([]);
  return filled;
}

// Opens a page and everything on it that is closed. What it says.
async function staysHarmless(page: Page, path: string, origin: string, scripts: boolean): Promise<string> {
  await page.goto(path);
  const address = page.url();
  if (scripts) await isAlive(page);
  await opensDetails(page);
  await isHarmless(page);
  const ours = [new URL(path, origin).pathname, "/sign-in", "/"];
  expect.soft(ours).toContain(new URL(address).pathname);
  expect.soft(page.url()).toBe(address);
  const text = await page.locator("body").innerText();
  expect.soft(text).not.toContain("Their words");
  return text;
}

async function opensDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });
}

// A refusal as the server writes it into the address of a form's page, but with other words.
function refusalWith(words: string): string {
  const refusal = { refused: { error: "invalid", field: "email", reason: `Their words ${words}` } };
  return encodeURIComponent(Buffer.from(JSON.stringify(refusal)).toString("base64url"));
}

// Nothing ran, nothing points elsewhere, no text became a control, and none turns anything around
// but the control that it names.
async function isHarmless(page: Page): Promise<void> {
  expect.soft(await page.evaluate(harms, TURNS.source), page.url()).toEqual([]);
}

// Characters that turn texts around are named where they stand.
async function isMarked(page: Page): Promise<void> {
  expect(await page.getByRole("main").innerText()).not.toMatch(TURNS);
}

// What hostile texts have done to the page.
function harms(turns: string): string[] {
  const harms: string[] = [];
  const found = (selector: string) => {
    for (const element of document.querySelectorAll(selector)) harms.push(`${selector}: ${element.outerHTML.slice(0, 200)}`);
  };
  if ("attacked" in window) harms.push("a script ran");
  found(`body script:not([src^="/pkg/"]):not([nonce]):not([type="application/json"])`);
  found(`body :is(iframe, object, embed, base, style, [style*="fixed"], [onerror], [onload], meta[http-equiv])`);
  found(`body :is([href^="javascript:" i], [href^="data:"], [src^="http"], form[action^="http"])`);
  found("head :is(base, style, iframe, meta[http-equiv], [onload], title ~ title)");
  const mains = document.querySelectorAll("main, [role=main]").length;
  if (mains !== 1) harms.push(`${mains} main parts`);

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue ?? "";
    let element = walker.currentNode.parentElement!;
    // Controls are named by it, and the others are told apart by their direction.
    const isApart = element.closest(`script, option, textarea, button, .foreign, [dir="auto"]`) !== null;
    if (!new RegExp(turns).test(text) || isApart) continue;
    while (getComputedStyle(element).display === "inline") element = element.parentElement!;
    if (element.textContent!.trim() !== text.trim()) harms.push(`turned around: ${element.outerHTML.slice(0, 300)}`);
  }
  return harms;
}

// The text of everything that the page receives from now on.
function listenToBodies(page: Page): Promise<string>[] {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (/html|json|text/.test(type) && response.status() < 300) bodies.push(response.text());
  });
  return bodies;
}
