import type { Page } from "@playwright/test";

import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import { picked } from "../support/files";
import { Project } from "../support/project";
import { fileOf, type Pair } from "../support/tasks";
import { expect, test } from "../support/test";

const ELSEWHERE = "https://elsewhere.example";

// Each would act if any of it reached the page as more than text.
const ATTACKS = [
  `<script>window.attacked = 1</script>`,
  `<img src=x onerror="window.attacked = 1">`,
  `<svg onload="window.attacked = 1"><script>window.attacked = 1</script></svg>`,
  `<iframe srcdoc="<script>parent.attacked = 1</script>"></iframe>`,
  `<style>* { background: url(${ELSEWHERE}/style) !important; display: none }</style>`,
  `<a href="javascript:window.attacked = 1">a link</a> [click](javascript:window.attacked=1)`,
  `[click](data:text/html,<script>window.attacked=1</script>) <vbscript:attacked>`,
  `![picture](${ELSEWHERE}/pixel.png) <img src="${ELSEWHERE}/tag.png">`,
  `</p></div></section><form action="${ELSEWHERE}"><button>Submit</button></form>`,
  `<base href="${ELSEWHERE}"><meta http-equiv="refresh" content="0;url=${ELSEWHERE}">`,
  `<div id="main" class="verdict" style="position:fixed;inset:0">over everything</div>`,
  `"><script>window.attacked = 1</script><!-- --> <![CDATA[ ]]> {{7*7}} \${7*7}`,
];

const BIDI = "safe \u202Egnp.exe\u202C and \u2066isolated\u2069 and zero\u200Bwidth";

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
    await expect(page.getByRole("main")).toContainText(/safe RLO\s?gnp.exe\s?PDF/);
    await page.getByRole("heading", { name: "Prompt" }).click();
    await isHarmless(page);
    // As it was written: from the next task on again as Markdown.
    await page.keyboard.press("m");
    await isHarmless(page);
    await expect(page.getByRole("main")).toContainText(/safe RLO\s?gnp.exe\s?PDF/);
    const end = /end of \w+ \d+/.exec(await desk.response("A").innerText())![0];
    await page.keyboard.press("3");
    await desk.submit.click();
    await expect(page.getByText(end, { exact: true })).toBeHidden();
  }
  await expect(page.getByRole("heading", { name: "That was the last one" })).toBeVisible();

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
  await page.getByRole("button", { name: "Bring in" }).click();
  await expect(page.getByText("12 tasks brought in")).toBeVisible();
  for (const name of ["", "settings", "results", "export"]) {
    await page.goto(project.page(name));
    await isAlive(page);
    await isHarmless(page);
  }
});

// Nothing ran, nothing points elsewhere, and no text became a control.
async function isHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => "attacked" in window)).toBe(false);
  const active = `script:not([src^="/pkg/"]):not([nonce]), iframe, object, embed, base, style, [style*="fixed"],
    [onerror], [onload], [href^="javascript:" i], [href^="data:"], [src^="http"], meta[http-equiv]`;
  await expect(page.locator(`main :is(${active})`)).toHaveCount(0);
  await expect(page.getByRole("main")).toHaveCount(1);
  expect(await page.getByRole("main").innerText()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  await expect(page.locator(`form[action^="http"]`)).toHaveCount(0);
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
