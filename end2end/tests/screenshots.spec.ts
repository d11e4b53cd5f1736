// Not a story: the pictures of the README and of reviews. Runs with SCREENSHOTS=1 only.
import { asking, opens, sets } from "../support/sets";
import { isAlive } from "../support/alive";
import { Desk } from "../support/desk";
import { Project, type Verdict } from "../support/project";
import { test } from "../support/test";

const DIRECTORY = "screenshots";

test("pictures of the main pages", { tag: "@screenshots" }, async ({ person }) => {
  const manager = await person("Mia", "admin");
  const page = await manager.opens("/", { viewport: { width: 1360, height: 860 } });
  await page.getByRole("button", { name: "Create sample project" }).click();
  await page.getByRole("heading", { name: /^Sample/ }).waitFor();
  const project = Project.at(page.url(), manager);
  const picture = (name: string) =>
    page.screenshot({ path: `${DIRECTORY}/${name}.png`, animations: "disabled" });

  await project.asksBy({ points: 7, both_bad: true, both_good: false }, { ask: "optional" });
  await page.goto(project.page("judge"));
  const desk = await Desk.at(page);
  await page.keyboard.press("6");
  await page.keyboard.press("Enter");
  await desk.isSaved();
  await page.keyboard.press("2");
  await page.keyboard.press("r");
  await page.keyboard.type("The left one answers what was asked.");
  await page.keyboard.press("Escape");
  await picture("judge");
  await page.emulateMedia({ colorScheme: "dark" });
  await picture("judge_dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 390, height: 844 });
  await picture("judge_phone");
  await page.setViewportSize({ width: 1360, height: 860 });
  await page.keyboard.press("Enter");
  await desk.isSaved();
  await page.goto(project.page("judgments"));
  await page.getByRole("region", { name: "Judgments" }).getByRole("link").first().click();
  await page.getByRole("list", { name: "Verdict" }).waitFor();
  await picture("replay");

  await project.isJudged(manager, byLength);
  const pages = { home: "/", import: project.page("import"), results: project.page("results") };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await isAlive(page);
    await picture(name);
  }
});

const STARS = { levels: { look: "stars", count: 5 } };

const CRITERIA = [
  { key: "facts", name: "Is it right?", help: "Every claim can be checked.", required: true, form: STARS },
  { key: "style", name: "Which reads better?", form: { pairwise: { points: 5 } } },
];

const CODE = "```python\ndef mean(numbers):\n    # Nothing has no mean.\n    return sum(numbers) / len(numbers)\n```";

const ANSWERS = [
  `Add them up and divide by how many there are:\n\n${CODE}`,
  "The mean of $n$ numbers is\n\n$$\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i$$\n\nwhich the `statistics` module computes.",
  "Use `statistics.mean`.",
  "Sort the numbers and take the middle one.",
];

const ARABIC = [
  "عاصمة بيرو هي **ليما**، وتقع على الساحل.",
  "عاصمة بيرو هي كوسكو، وهي مدينة قديمة في الجبال.",
];

function task(prompt: string, answers: string[]): string {
  const responses = answers.map((text, n) => ({ model: `model-${n + 1}`, text }));
  return `${JSON.stringify({ id: prompt, prompt, responses })}\n`;
}

test("pictures of the judge page under every protocol", { tag: "@screenshots" }, async ({ person }) => {
  const manager = await person("Mia", "admin");
  const size = { viewport: { width: 1360, height: 860 } };
  const question = "How do I compute the mean of some numbers in Python?";
  const scale = { points: 7, both_bad: true };

  const ranking = await asking(manager, { kind: "ranking", ties: true }, task(question, ANSWERS));
  const ranked = await opens(manager, ranking, size);
  for (const key of ["2", "1", "3", "t"]) await ranked.keyboard.press(key);
  await ranked.screenshot({ path: `${DIRECTORY}/ranking.png`, animations: "disabled" });

  const rating = await asking(manager, { kind: "rating", ...STARS }, task(question, ANSWERS.slice(0, 1)));
  const rated = await opens(manager, rating, size);
  await rated.keyboard.press("4");
  await rated.screenshot({ path: `${DIRECTORY}/rating.png`, animations: "disabled" });

  const criteria = { kind: "pair", scale, criteria: CRITERIA, confidence: true };
  const pair = await asking(manager, criteria, task(question, ANSWERS.slice(0, 2)));
  const asked = await opens(manager, pair, size);
  for (const key of ["5", "3"]) await asked.keyboard.press(key);
  await asked.screenshot({ path: `${DIRECTORY}/criteria.png`, animations: "disabled" });

  const passages = await asking(manager, { kind: "pair", scale, spans: true }, task(question, ANSWERS.slice(0, 2)));
  const marked = await opens(manager, passages, size);
  for (const [words, key] of [["how many there are", "q"], ["Nothing has no mean", "w"], ["which the", "e"]]) {
    await marked.getByText(words).first().evaluate((element, words) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.nodeValue!.indexOf(words);
        if (at >= 0) getSelection()!.setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
      }
    }, words);
    await marked.keyboard.press(key);
  }
  await marked.keyboard.press("3");
  await marked.screenshot({ path: `${DIRECTORY}/passages.png`, animations: "disabled" });

  const arabic = await asking(manager, { kind: "pair", scale }, task("ما هي عاصمة بيرو؟", ARABIC));
  const read = await opens(manager, arabic, size);
  await read.screenshot({ path: `${DIRECTORY}/right_to_left.png`, animations: "disabled" });

  const designed = await Project.create(manager);
  await designed.asks(criteria);
  await designed.brings(sets(1, 2));
  const settings = await manager.opens(designed.page("settings"), size);
  const preview = settings.getByRole("group", { name: "Preview of the judge page" });
  await preview.getByRole("button", { name: /^Verdict/ }).click();
  await preview.scrollIntoViewIfNeeded();
  await settings.screenshot({ path: `${DIRECTORY}/design.png`, animations: "disabled" });
});

// Verdicts of all kinds.
function byLength({ length }: string): Verdict {
  if (length % 5 === 0) return { verdict: "tie", grade: 0 };
  return length % 3 === 0 ? { verdict: "b", grade: 1 } : { verdict: "a", grade: -2 };
}
