// How fast the judge page is with the pairs of a file: prints tables, asserts nothing about time.
import { readFileSync } from "node:fs";

import type { CDPSession, Page } from "@playwright/test";

import { Desk } from "../support/desk";
import type { Person } from "../support/person";
import { Project } from "../support/project";
import { expect, test } from "../support/test";

// How many judgments a row of the table is made of.
const JUDGMENTS = 60;

// How long a rater looks at each, in milliseconds: less than anybody reads.
const LOOK = 500;

// Characters of each response of the long tasks.
const LONG = 60_000;

const lines = readFileSync(process.env.BENCH_PAIRS!, "utf8");

test.describe.configure({ timeout: 600_000 });

test("from the verdict key to the next task", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const rows = [];
  for (const { name, delay, throttle } of [
    { name: "the network as it is", delay: 0, throttle: 1 },
    { name: "every answer 400 ms late", delay: 400, throttle: 1 },
    { name: "a processor four times slower", delay: 0, throttle: 4 },
  ]) {
    const page = await opensDesk(manager, lines);
    await page.route("**/rpc/submit", async (route) => {
      await new Promise((wait) => setTimeout(wait, delay));
      await route.continue();
    });
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    for (let n = 0; n < JUDGMENTS; n++) {
      await page.waitForTimeout(LOOK);
      await judges(page);
    }
    const paints = await page.evaluate(() => window.paints);
    expect(paints).toHaveLength(JUDGMENTS);
    rows.push({ "": name, median: ms(quantile(paints, 0.5)), "95 %": ms(quantile(paints, 0.95)) });
    await page.close();
  }
  print("From the verdict key to the next task painted", rows);
});

test("what the first load brings", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const project = await Project.create(manager);
  await project.brings(lines);
  await project.becomes("active");
  const page = await manager.opens("/account");
  await page.close();
  const fresh = await manager.opens("about:blank");
  const sizes = new Map<string, number>();
  fresh.on("requestfinished", async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    const kind = request.url().endsWith(".wasm") ? "wasm" : request.resourceType();
    sizes.set(kind, (sizes.get(kind) ?? 0) + responseBodySize + responseHeadersSize);
  });
  await fresh.goto(project.page("judge"));
  await Desk.at(fresh);
  await fresh.waitForLoadState("networkidle");
  const rows = [...sizes].map(([kind, bytes]) => ({ "": kind, compressed: kb(bytes) }));
  const all = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  print("First load of the judge page", [...rows, { "": "all", compressed: kb(all) }]);
});

test("a task of great length", async ({ person }) => {
  const manager = await person("Mia", "admin");
  const page = await opensDesk(manager, longTasks());
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  const rows = [];
  const measure = async (name: string, act: () => Promise<unknown>) => {
    const before = await spent(cdp);
    await act();
    await page.waitForTimeout(1_000);
    const after = await spent(cdp);
    rows.push({ "": name, "main thread": ms(after.task - before.task), script: ms(after.script - before.script) });
  };
  for (let n = 0; n < 3; n++) await measure("to the next task", () => judges(page));
  await measure("dim what is common", () => page.keyboard.press("d"));
  await measure("to a difference", () => page.keyboard.press("j"));
  await measure("to the next task, dimmed", () => judges(page));
  const paints = await page.evaluate(() => window.paints);
  print(`Two responses of ${LONG.toLocaleString("en")} characters each`, rows);
  print("", [{ "": "verdict key to the next task painted", median: ms(quantile(paints, 0.5)) }]);
});

declare global {
  interface Window {
    // Milliseconds from Enter to the frame with the next task, for each judgment.
    paints: number[];
  }
}

async function opensDesk(manager: Person, lines: string): Promise<Page> {
  const project = await Project.create(manager);
  await project.brings(lines);
  await project.becomes("active");
  const page = await manager.opens("about:blank");
  await page.addInitScript(() => {
    window.paints = [];
    const shown = () => document.querySelector(":not(.judge__task--ahead) > .judge__responses")?.textContent;
    addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Enter") return;
        const before = shown();
        const look = () => {
          if (shown() === before) {
            requestAnimationFrame(look);
            return;
          }
          // A message that is sent before the frame is painted arrives after it.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => window.paints.push(performance.now() - event.timeStamp);
          port2.postMessage(null);
        };
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
  await page.goto(project.page("judge"));
  await Desk.at(page);
  // The tasks ahead are there before anybody has read the first.
  await page.waitForLoadState("networkidle");
  return page;
}

async function judges(page: Page): Promise<void> {
  const before = await page.evaluate(() => window.paints.length);
  await page.keyboard.press("2");
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => window.paints.length > before, before);
}

// Tasks of two long responses each, made of what the file has.
function longTasks(): string {
  const texts = lines
    .split("\n")
    .filter((line) => line !== "")
    .flatMap((line) => (JSON.parse(line) as { responses: { text: string }[] }).responses)
    .map((response) => response.text);
  const long = (from: number) => {
    let text = "";
    for (let n = from; text.length < LONG; n += 2) text += `${texts[n % texts.length]}\n\n`;
    return text.slice(0, LONG);
  };
  const task = (n: number) => {
    // Every other part is the same in both.
    const [first, second] = [long(10 * n), long(10 * n)];
    const changed = second.replaceAll(/\bthe\b/g, (word, at: number) => (at % 7 === 0 ? "that" : word));
    return { id: `long-${n}`, prompt: "Which?", responses: [{ text: first }, { text: changed }] };
  };
  return Array.from({ length: 8 }, (_, n) => `${JSON.stringify(task(n))}\n`).join("");
}

// Milliseconds that the page's main thread has been busy so far.
async function spent(cdp: CDPSession): Promise<{ task: number; script: number }> {
  const { metrics } = await cdp.send("Performance.getMetrics");
  const value = (name: string) => 1_000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return { task: value("TaskDuration"), script: value("ScriptDuration") };
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function kb(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function print(title: string, rows: Record<string, string>[]): void {
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows.map(({ "": name, ...rest }, n) => [`${n + 1} ${name}`, rest])));
}
