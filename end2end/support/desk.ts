// The judge page as its rater uses it.
import { expect, type Locator, type Page } from "@playwright/test";

import type { Person } from "./person";
import type { Project, Verdict } from "./project";

// What stands before the rater: pair 3, with its second response as A.
export type Shown = { pair: number; first: "A" | "B" };

export class Desk {
  private constructor(readonly page: Page) {}

  // Opens the judge page in a new browser.
  static async open(rater: Person, project: Project): Promise<Desk> {
    const desk = new Desk(await rater.opens(project.page("judge")));
    await desk.isReady();
    return desk;
  }

  // The judge page that is open already.
  static async at(page: Page): Promise<Desk> {
    const desk = new Desk(page);
    await desk.isReady();
    return desk;
  }

  get submit(): Locator {
    return this.page.getByRole("button", { name: "Submit" });
  }

  // The verdict that a key drafts.
  radio(key: string): Locator {
    const bar = this.page.getByRole("form", { name: "Verdict" });
    return bar.locator("label", { has: this.page.getByText(key, { exact: true }) }).getByRole("radio");
  }

  response(side: "A" | "B"): Locator {
    return this.page.getByRole("region", { name: `Response ${side}` });
  }

  // Waits until keys are heard: from then on there is nothing to submit without a verdict.
  // A rater's first visit shows the guidelines, which are closed first.
  async isReady(): Promise<void> {
    await expect(this.submit).toBeDisabled();
    const start = this.page.getByRole("button", { name: "Start judging" });
    if (await start.isVisible()) await start.click();
  }

  // What is shown now.
  async shown(): Promise<Shown> {
    const text = await this.response("A").innerText();
    const [, order, pair] = /(first|second) answer (\d+)/.exec(text)!;
    return { pair: Number(pair), first: order === "first" ? "A" : "B" };
  }

  // Judges with two keys and waits for the next task or the end.
  async judges(key: string): Promise<Shown> {
    const shown = await this.shown();
    await this.page.keyboard.press(key);
    await expect(this.submit).toBeEnabled();
    await this.page.keyboard.press("Enter");
    await this.hasLeft(shown);
    return shown;
  }

  // Waits until a task is no longer shown.
  async hasLeft({ pair }: Shown): Promise<void> {
    await expect(this.page.getByText(`first answer ${pair}`, { exact: true })).toBeHidden();
  }

  // Waits until the server has acknowledged everything.
  async isSaved(): Promise<void> {
    await expect(this.page.getByText("Saved", { exact: true })).toBeVisible();
  }
}

// What a key of a scale says, one of seven points unless told.
export function verdictOf(key: string, points = 7): Verdict {
  if (key === "x") return { verdict: "both_bad", grade: null };
  if (key === "v") return { verdict: "both_good", grade: null };
  const half = Math.floor(points / 2);
  const place = Number(key) - 1 - half;
  // An even scale has no middle.
  const grade = points % 2 === 0 && place >= 0 ? place + 1 : place;
  return { verdict: grade < 0 ? "a" : grade > 0 ? "b" : "tie", grade };
}
