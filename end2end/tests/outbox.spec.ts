// What a rater decided is safe in the browser's database until the server has it, and where there
// is no database it is sent all the same.
import type { Page } from "@playwright/test";

import { Desk } from "../support/desk";
import { Project } from "../support/project";
import { pairs } from "../support/tasks";
import { expect, test } from "../support/test";

const FAILED = /ERR_FAILED/;

test("what a closed tab left in the database is sent by the next visit, corrections after what they correct", async ({ person, watch }) => {
  watch.expect(FAILED);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(5));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  await hearsNothing(page);
  const first = await desk.judges("2");
  await page.keyboard.press("u");
  await page.keyboard.press("6");
  await page.keyboard.press("Enter");
  const second = await desk.judges("7");
  await expect(page.getByText("3 answers are kept in this browser")).toBeVisible();
  expect(await inDatabase(page)).toHaveLength(3);
  expect(await inSimpleStorage(page), "the draft is no more, either").toEqual([]);

  const later = await page.context().newPage();
  await page.close();
  await later.goto(project.page("judge"));
  const back = await Desk.at(later);
  await expect.poll(() => manager.judgments(project)).toMatchObject([
    { grade: -2, revision: 1 },
    { grade: 3, revision: 1 },
    { grade: 2, revision: 2 },
  ]);
  expect([first.pair, second.pair]).not.toContain((await back.shown()).pair);
  await expect.poll(() => inDatabase(later)).toEqual([]);
});

test("what an older version left in simple storage is taken over", async ({ person, watch }) => {
  watch.expect(FAILED);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  await hearsNothing(page);
  await desk.judges("1");
  await expect.poll(() => inDatabase(page)).toHaveLength(1);
  await page.goto("/account");
  await page.evaluate(moveBack);
  expect(await inDatabase(page)).toEqual([]);

  await test.step("into the database, while there is no network", async () => {
    await page.goto(project.page("judge"));
    await expect(page.getByRole("heading", { name: "Offline: the next task loads when you reconnect" })).toBeVisible();
    await expect.poll(() => inSimpleStorage(page)).toEqual([]);
    expect(await inDatabase(page)).toHaveLength(1);
  });

  await test.step("and to the server", async () => {
    await page.unroute("**/rpc/*");
    await page.reload();
    await expect.poll(() => manager.judgments(project)).toMatchObject([{ grade: -3 }]);
    await expect.poll(() => inDatabase(page)).toEqual([]);
  });
});

test("without a database decisions are sent, and kept in simple storage until then", async ({ person, watch }) => {
  watch.expect(FAILED);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(5));
  const page = await manager.opens("/account");
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await page.goto(project.page("judge"));
  const desk = await Desk.at(page);
  await desk.judges("3");
  await desk.isSaved();
  expect(await manager.judgments(project)).toMatchObject([{ grade: -1 }]);

  await hearsNothing(page);
  await desk.judges("5");
  await expect(page.getByText("1 answer is kept in this browser")).toBeVisible();
  expect(await inSimpleStorage(page)).toHaveLength(1);
  await page.unroute("**/rpc/*");
  await page.reload();

  await expect.poll(() => manager.judgments(project)).toMatchObject([{ grade: -1 }, { grade: 1 }]);
  await expect.poll(() => inSimpleStorage(page)).toEqual([]);
});

test("where nothing can be kept the page says so, and sends", async ({ person, watch }) => {
  watch.expect(FAILED);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(3));
  const page = await manager.opens("/account");
  await page.addInitScript(() => {
    // Full, both of them.
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    IDBObjectStore.prototype.put = full;
    Storage.prototype.setItem = full;
  });
  await page.goto(project.page("judge"));
  const desk = await Desk.at(page);
  await hearsNothing(page);
  await desk.judges("3");
  await expect(page.getByText("1 answer is in this tab only")).toBeVisible();
  let asked = false;
  page.on("dialog", () => (asked = true));
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked, "leaving asks first").toBe(true);
});

test("a database that another tab blocks holds up no judgment", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(4));
  const other = await manager.opens("/account");
  // It keeps the database open while that is to be changed: whoever opens it waits.
  await other.evaluate(
    () =>
      new Promise((blocked) => {
        const opening = indexedDB.open("touchstone", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("unsent");
        opening.onsuccess = () => (indexedDB.deleteDatabase("touchstone").onblocked = blocked);
      }),
  );
  const page = await other.context().newPage();
  await page.goto(project.page("judge"));
  const desk = await Desk.at(page);

  await desk.judges("2");
  await desk.judges("3");

  await desk.isSaved();
  expect(await manager.judgments(project)).toHaveLength(2);
  expect(await inSimpleStorage(page)).toEqual([]);
  await other.close();
  await desk.judges("4");
  await desk.isSaved();
  await expect.poll(() => inDatabase(page), "what came late is forgotten").toEqual([]);
});

test("a tab that lets another version have the database goes on", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(3));
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  await desk.judges("2");
  await desk.isSaved();
  const other = await page.context().newPage();
  await other.goto("/account");
  await other.evaluate(
    () =>
      new Promise((upgraded, failed) => {
        const opening = indexedDB.open("touchstone", 2);
        opening.onsuccess = upgraded;
        opening.onblocked = failed;
      }),
  );

  await desk.judges("3");

  await desk.isSaved();
  expect(await manager.judgments(project)).toHaveLength(2);
});

test("a decision is kept for which simple storage has no room", async ({ person, watch }) => {
  watch.expect(FAILED);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(3));
  await project.asksBy({ points: 7, both_bad: true, both_good: false }, { ask: "optional" });
  const desk = await Desk.open(manager, project);
  const { page } = desk;
  const rationale = "Because. ".repeat(1_111);
  await page.evaluate(() => {
    for (let size = 4_000_000; size > 0; size = Math.floor(size / 2)) {
      try {
        for (let n = 0; ; n++) localStorage.setItem(`filler/${size}/${n}`, "x".repeat(size));
      } catch {}
    }
  });
  await hearsNothing(page);
  await page.keyboard.press("6");
  await page.getByRole("textbox", { name: "Why?" }).fill(rationale);
  await page.getByRole("textbox", { name: "Why?" }).press("Control+Enter");
  await expect(page.getByText("1 answer is kept in this browser")).toBeVisible();
  const later = await page.context().newPage();
  await page.close();

  await later.goto(project.page("judge"));

  await expect.poll(() => manager.judgments(project)).toMatchObject([{ grade: 2, rationale: rationale.trim() }]);
});

test("a decision that two tabs send is one, and the second hears nothing bad", async ({ person, watch }) => {
  watch.expect(FAILED);
  const manager = await person("Mia", "admin");
  const project = await Project.active(manager, pairs(6));
  const one = await Desk.open(manager, project);
  await hearsNothing(one.page);
  await one.judges("1");
  await one.judges("2");
  await expect.poll(() => inDatabase(one.page)).toHaveLength(2);

  const page = await one.page.context().newPage();
  await page.goto(project.page("judge"));
  const other = await Desk.at(page);
  await expect.poll(() => manager.judgments(project)).toHaveLength(2);
  await expect.poll(() => inDatabase(page)).toEqual([]);
  await one.page.unroute("**/rpc/*");
  // As when the network comes back; the page may have tried by itself already.
  await one.page.evaluate(() => window.dispatchEvent(new Event("online")));

  await one.isSaved();
  await expect(one.page.getByRole("alert")).toBeHidden();
  await other.judges("3");
  await other.isSaved();
  expect(await manager.judgments(project)).toMatchObject([{ grade: -3 }, { grade: -2 }, { grade: -1 }]);
});

// From now on nothing reaches the server.
async function hearsNothing(page: Page): Promise<void> {
  await page.route("**/rpc/*", (route) => route.abort());
}

// The decisions in the browser's database.
function inDatabase(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("touchstone");
        opening.onerror = reject;
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction("unsent").objectStore("unsent").getAll();
          reading.onerror = reject;
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      }),
  );
}

// The keys of decisions and drafts in simple storage.
function inSimpleStorage(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.keys(localStorage).filter((key) => /unsent|draft/.test(key)));
}

// Puts every decision where it was before there was a database.
function moveBack(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("touchstone");
    opening.onsuccess = () => {
      const moving = opening.result.transaction("unsent", "readwrite");
      const walk = moving.objectStore("unsent").openCursor();
      walk.onsuccess = () => {
        const at = walk.result;
        if (at === null) return;
        localStorage.setItem(`${at.key}`, at.value);
        at.delete();
        at.continue();
      };
      moving.oncomplete = resolve;
      moving.onabort = reject;
    };
  });
}
