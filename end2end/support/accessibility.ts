// What a page makes hard for people with disabilities, as far as a program can tell.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

// Serious and critical findings as lines. In the dark only colours are different.
export async function findingsOn(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Without frames there is nothing for which a page of its own would be needed.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (colorScheme === "dark") axe.withRules("color-contrast");
    const { violations } = await axe.analyze();
    for (const { id, impact, nodes } of violations) {
      if (impact !== "serious" && impact !== "critical") continue;
      const places = nodes.map((node) => `${node.target} ${node.failureSummary}`).join("; ");
      findings.push(`${new URL(page.url()).pathname} ${colorScheme}: ${id}: ${places}`);
    }
  }
  return findings;
}
