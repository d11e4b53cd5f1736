// The test of every story: a new server, people with accounts on it, and somebody who listens.
import { test as base, type BrowserContextOptions, expect, type Page } from "@playwright/test";

import { Person } from "./person";
import { type Engine, Server } from "./server";
import { Watch } from "./watch";

const PASSWORD = "correct horse battery staple";

export type Options = { engine: Engine };

type Fixtures = {
  server: Server;
  watch: Watch;
  // A new browser in which nobody is signed in.
  open: (options?: BrowserContextOptions) => Promise<Page>;
  // Makes an account and signs it in. Its name and address may be other than usual.
  person: (name: string, standing?: "admin", shown?: { name: string; email: string }) => Promise<Person>;
};

export const test = base.extend<Options & Fixtures>({
  engine: ["sqlite", { option: true }],

  server: [
    async ({ engine }, use) => {
      const server = await Server.start(engine);
      await use(server);
      expect(await server.stop(), "the server's exit code").toBe(0);
      expect(server.faults()).toEqual([]);
    },
    { auto: true },
  ],

  baseURL: async ({ server }, use) => use(server.origin),

  watch: [
    async ({}, use) => {
      const watch = new Watch();
      await use(watch);
      expect(watch.unexpected()).toEqual([]);
    },
    { auto: true },
  ],

  context: async ({ context, server, watch }, use) => {
    await watch.over(context, server.origin);
    await use(context);
  },

  open: async ({ browser, server, watch }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await watch.over(context, server.origin);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  person: async ({ server, playwright, open }, use) => {
    const sessions: { dispose(): Promise<void> }[] = [];
    await use(async (name, standing, shown) => {
      const email = shown?.email ?? `${name.toLowerCase()}@example.org`;
      server.addAccount({ email, name: shown?.name ?? name, password: PASSWORD, admin: standing === "admin" });
      const api = await playwright.request.newContext({ baseURL: server.origin });
      sessions.push(api);
      const person = new Person(name, email, PASSWORD, api, open);
      await person.signIn();
      return person;
    });
    for (const session of sessions) await session.dispose();
  },
});

export { expect };
