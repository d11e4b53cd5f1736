// When a page that the server rendered has come alive in the browser.
import type { Page } from "@playwright/test";

// Waits until the client has taken the page over. Forms and links work before; what needs
// scripts does not.
export async function isAlive(page: Page): Promise<void> {
  await page.locator("html[data-alive]").waitFor();
}
