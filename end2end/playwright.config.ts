// How the browser tests run: one system Chromium, one test at a time, against our own executable.
import { defineConfig } from "@playwright/test";

import type { Options } from "./support/test";

const screenshots = process.env.SCREENSHOTS === "1";

// What a database could make different, once more on Postgres where there is one.
const onPostgres = {
  name: "postgres",
  testMatch: /(hostile|set_up|import_export|judge|session|chaos|correct)\.spec/,
  use: { engine: "postgres" as const },
};

// What the judge page costs; measured on demand, and then nothing else is done.
const bench = { name: "bench", testDir: "bench" };
const tests = [{ name: "sqlite" }, ...(process.env.TEST_DATABASE_URL === undefined ? [] : [onPostgres])];

export default defineConfig<Options>({
  testDir: "tests",
  // Pictures are taken on demand, and then nothing else is done.
  grep: screenshots ? /@screenshots/ : undefined,
  grepInvert: screenshots ? undefined : /@screenshots/,
  // Every test starts a server; two at once would only wait for each other on a small machine.
  workers: 1,
  // A test that passes the second time has found something.
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  projects: process.env.BENCH_PAIRS === undefined ? tests : [bench],
  use: {
    browserName: "chromium",
    actionTimeout: 10_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        // Root, as in containers, cannot have the sandbox; the only pages are our own.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        // No conversation with anybody but the server under test.
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
