// The interface in the rater's language: chosen by the browser or by hand, complete, and in both
// directions.
import type { BrowserContextOptions, Page } from "@playwright/test";

import { findingsOn } from "../support/accessibility";
import { isAlive } from "../support/alive";
import type { Person } from "../support/person";
import { Project } from "../support/project";
import { asking, rows, sets } from "../support/sets";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

// Whoever reads German gets German, without being asked.
test("a browser's language is the page's", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(2));
  const page = await manager.opens(project.page("judge"), { locale: "de-AT" });
  await isAlive(page);

  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welche Antwort ist besser?");
  await page.keyboard.press("3");
  await page.getByRole("button", { name: "Absenden" }).click();
  await expect(page.getByText("1 in dieser Sitzung")).toBeVisible();
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();

  await test.step("what is wrong is said in German, too", async () => {
    await page.keyboard.press("s");
    await page.keyboard.press("6");
    await page.getByRole("button", { name: "Aufgabe überspringen" }).click();
    await expect(page.getByText("Begründen Sie kurz, warum Sie überspringen.")).toBeVisible();
  });
});

test("a language is chosen in the menu, and stays", async ({ page, person }) => {
  const manager = await person("Mia", "admin");
  await page.goto("/sign-in");
  await page.getByRole("banner").getByRole("button", { name: "Language" }).click();
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: "Anmelden" })).toBeVisible();

  const judging = await manager.opens((await Project.active(manager, pairs(1))).page("judge"));
  await judging.getByRole("banner").getByText("Mia").click();
  await judging.getByRole("button", { name: "Deutsch" }).click();
  await expect(judging.getByRole("heading", { level: 1 })).toHaveText("Welche Antwort ist besser?");
  await judging.reload();
  await expect(judging.getByRole("heading", { level: 1 })).toHaveText("Welche Antwort ist besser?");
});

// English with accents: what has none is not translated.
test("nothing a rater reads is left in English", async ({ person }) => {
  test.slow();
  const manager = await person("Mia", "admin");
  const criteria = [{ key: "facts", name: "1", form: { levels: { look: "thumbs", count: 2 } }, required: false }];
  const protocols = [
    { kind: "pair", scale: { points: 8, both_bad: true, both_good: true }, criteria, confidence: true, rewrite: "optional",
      flags: [{ key: "a", name: "2" }], rationale: { ask: "required", share: 100, min_length: 20 } },
    { kind: "ranking", ties: true },
    { kind: "best_worst" },
    { kind: "rating", levels: { look: "stars", count: 5 } },
  ];
  const left: string[] = [];
  for (const protocol of protocols) {
    const project = await asking(manager, protocol, sets(2, responsesOf(protocol.kind)));
    const page = await opensIn(manager, project.page("judge"), "en-XA");
    left.push(...(await english(page)));
    for (const dialog of ["skip", "flags", "guidelines", "keys"]) {
      await page.evaluate((id) => document.querySelector<HTMLDialogElement>(`dialog#${id}`)?.show(), dialog);
    }
    for (const menu of await page.locator("details.menu").all()) await menu.evaluate((menu) => menu.toggleAttribute("open", true));
    for (const menu of await page.locator("[popover]").all()) await menu.evaluate((menu) => (menu as HTMLElement).showPopover());
    left.push(...(await english(page)));
    await page.close();
  }
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(1));
  await project.admits(ann);
  await project.isJudged(ann, () => ({ verdict: "a", grade: -1 }));
  await project.fails('{"prompt": "1", "responses": []}\n{"prompt": "1", "responses": [{"text": "2"}, {"text": 3}]}\n{"prompt": "1", \n');
  const [{ judgment_id: id }] = await rows(project, "judgments_jsonl");
  const managed = ["", "members", "settings", "import", "export", "results", "judgments", `judgments/${id}`].map((name) => project.page(name));
  const pages = [...["/", "/account", project.page(), project.page("guidelines")].map((path) => [ann, path]), ...["/", "/projects/new", "/accounts", "/api", ...managed].map((path) => [manager, path])] as [Person, string][];
  for (const [who, path] of pages) {
    const page = await opensIn(who, path, "en-XA");
    left.push(...(await english(page)));
    await page.close();
  }

  expect([...new Set(left)]).toEqual([]);
  // Decimals follow the language, and drawings do not.
  const results = await opensIn(manager, project.page("results"), "de");
  await expect(results.getByText("0,0 %").first()).toBeVisible();
});

// German words are long.
test("pages of managers fit a phone in German, too", async ({ person }) => {
  test.slow();
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(2));
  await project.admits(ann);
  await project.isJudged(ann, () => ({ verdict: "tie", grade: 0 }));
  const [{ judgment_id: id }] = await rows(project, "judgments_jsonl");
  const names = ["", "members", "settings", "import", "export", "results", "judgments", `judgments/${id}`];
  for (const path of ["/", "/account", "/projects/new", "/accounts", "/api", ...names.map((name) => project.page(name))]) {
    const page = await opensIn(manager, path, "de", { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(390);
    await page.close();
  }
});

test("the judge page fits a phone in German, whatever stands above the task", async ({ person, watch }) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const page = await opensIn(manager, project.page("judge"), "de", { viewport: { width: 390, height: 844 } });
  const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const heading = page.getByRole("heading", { level: 1 });
  const question = await heading.innerText();
  await fits();

  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Gespeichert", { exact: true })).toBeVisible();
  await page.keyboard.press("u");
  await expect(heading).toHaveText("Bearbeiten Sie Ihre frühere Antwort");
  await fits();
  await page.keyboard.press("Escape");
  await expect(heading).toHaveText(question);
  await page.keyboard.press("s");
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await page.keyboard.press("u");
  await expect(heading).toHaveText("Diese Aufgabe haben Sie übersprungen");
  await fits();
  await page.context().setOffline(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Keine Verbindung, neuer Versuch läuft.")).toBeVisible();
  await fits();
});

// Whoever was refused in another language would not know what to do.
test("a refusal is said in the language of the page", async ({ page, person, server, watch }) => {
  watch.expect(/status of 4(03|22)/);
  const manager = await person("Mia", "admin");
  const ann = await person("Ann");
  const project = await Project.active(manager, pairs(1));
  await project.admits(ann);
  const says = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();

  await page.context().addCookies([{ name: "language", value: "de", url: server.origin }]);
  await page.goto("/sign-in");
  await page.getByLabel("E-Mail").fill(ann.email);
  await page.getByLabel("Passwort").fill("not this one");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await says(page, "E-Mail-Adresse oder Passwort ist falsch.");

  const keys = await opensIn(ann, "/account", "de");
  await keys.getByLabel(/überspringen/).fill("F");
  await keys.getByRole("button", { name: "Tasten speichern" }).click();
  await says(keys, "F ist schon vergeben: „Plätze von A und B tauschen“. Wählen Sie einen anderen Buchstaben.");

  const settings = await opensIn(ann, project.page("settings"), "de");
  await says(settings, "Das darf nur die Leitung des Projekts.");

  const members = await opensIn(manager, project.page("members"), "de");
  await members.getByLabel("E-Mail").first().fill("nobody@example.org");
  await members.getByRole("button", { name: "Mitglied hinzufügen" }).click();
  await says(members, "Zu dieser Adresse gibt es kein Konto. Schicken Sie stattdessen eine Einladung.");

  // A script sends files to the API, which speaks English.
  const tasks = await opensIn(manager, project.page("import"), "de");
  await tasks.locator("#file").setInputFiles({ name: "empty.jsonl", mimeType: "text/plain", buffer: Buffer.from("") });
  await tasks.getByRole("button", { name: "Importieren" }).click();
  await says(tasks, "Die Datei ist leer.");

  const design = await opensIn(manager, project.page("settings"), "de");
  await design.getByRole("button", { name: "Liste von Gründen hinzufügen" }).click();
  await design.getByLabel("Schlüssel (Name der Spalte)").fill("Kind!");
  await says(design, "Ein Schlüssel beginnt mit einem Kleinbuchstaben, dann folgen Buchstaben, Ziffern oder Unterstriche, zusammen höchstens 40 Zeichen.");

  // Without scripts the refusal comes back with the page.
  const asked = await asking(manager, { kind: "pair", scale: { points: 2, both_bad: false, both_good: false }, rationale: { ask: "required", share: 100, min_length: 20 } }, pairs(1));
  const plain = await manager.opens(asked.page("judge"), { javaScriptEnabled: false, locale: "de" });
  await plain.getByRole("radio").first().check();
  // Blanks are all right with the browser.
  await plain.getByRole("textbox").fill(" ".repeat(30));
  await plain.getByRole("button", { name: "Absenden" }).click();
  await says(plain, "Bitte begründen Sie Ihre Wahl in mindestens 20 Zeichen.");
});

test("the page is laid out from right to left where the language is", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(3), "Prefer the **tastier** answer.");
  const page = await opensIn(manager, project.page("judge"), "ar-XB");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");

  await expect(page.getByRole("dialog"), "the guidelines come first").toContainText("Prefer the tastier answer.");
  await page.keyboard.press("Enter");
  const left = async (name: RegExp) => (await page.getByRole("region", { name }).boundingBox())!.x;
  expect(await left(/ A$/), "A is read first").toBeGreaterThan(await left(/ B$/));
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await manager.judgments(project)).length).toBe(1);
  expect((await manager.judgments(project))[0].verdict, "the first key is still A").toBe("a");
  expect(await findingsOn(page)).toEqual([]);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `nothing lies outside of ${width} pixels`).toBeLessThanOrEqual(0);
  }
});

function responsesOf(kind: string): number {
  return { pair: 2, ranking: 3, best_worst: 3, rating: 1 }[kind]!;
}

async function opensIn(person: Person, path: string, language: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await person.opens("/api", options);
  await page.context().addCookies([{ name: "language", value: language, url: page.url() }]);
  await page.goto(path);
  await isAlive(page);
  return page;
}

// What stands on the page, or is only heard, in letters that an accent would be on.
async function english(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // Names, keys, and what people and models wrote.
    const foreign = "script, style, textarea, .markdown, .judge__prompt-excerpt, .judge__project, kbd, code, .tag, [lang], time, .menu__label, .menu__short, .foreign";
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!;
      const own = parent.closest(foreign);
      if (!own || own === document.documentElement) texts.push(walker.currentNode.textContent!);
    }
    for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder], [alt]")) {
      if (element.closest("main[lang]")) continue;
      for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
    }
    // Responses have letters in every language, and units of time are the same in all.
    const said = texts.map((text) => text.replace(/\b[A-I]\b|Touchstone|\bAPI\b|Cooking|\bAnn\b|\bMia\b|\bpair-1\b|\bupload\b|\bUTC\b|\d s\b/g, "").trim());
    return said.filter((text) => /[AEIOUYCNSZaeiouycnsz]/.test(text));
  });
}
