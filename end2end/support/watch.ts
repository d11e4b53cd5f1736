// Listens to every page for what nobody should have to see: exceptions, errors on the console,
// violations of the content security policy, dialogs, requests to other origins.
import type { BrowserContext } from "@playwright/test";

export class Watch {
  readonly complaints: string[] = [];
  readonly #expected: RegExp[] = [];

  // Lets a kind of complaint pass: the story brings it about.
  expect(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  // What was heard and not expected.
  unexpected(): string[] {
    return this.complaints.filter((complaint) => !this.#expected.some((kind) => kind.test(complaint)));
  }

  // Listens to all pages of a context, from now on.
  async over(context: BrowserContext, origin: string): Promise<void> {
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (violation) => {
        console.error(`policy violated: ${violation.violatedDirective} ${violation.blockedURI}`);
      });
    });
    context.on("weberror", (event) => this.complaints.push(`exception: ${event.error()}`));
    context.on("console", (message) => {
      if (message.type() !== "error") return;
      this.complaints.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("dialog", (dialog) => {
      // Leaving a page with something unsaved asks; nothing else may.
      if (dialog.type() !== "beforeunload") this.complaints.push(`dialog: ${dialog.message()}`);
      dialog.accept().catch(() => {});
    });
    context.on("request", (request) => {
      const url = new URL(request.url());
      const ours = url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";
      if (!ours) this.complaints.push(`request to another origin: ${request.url()}`);
    });
  }
}
