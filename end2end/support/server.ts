// One running Touchstone: the real executable on a database and a port of its own.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Engine = "sqlite" | "postgres";

const START_LIMIT_MS = 20_000;

export class Server {
  // Where pages are found.
  readonly origin: string;
  // What the terminal shows to whoever started a new server.
  readonly setUpCode: string;
  readonly #process: ChildProcess;
  readonly #place: Place;
  readonly #output: () => string;

  private constructor(
    process: ChildProcess,
    place: Place,
    output: () => string,
    origin: string,
    setUpCode: string,
  ) {
    this.#process = process;
    this.#place = place;
    this.#output = output;
    this.origin = origin;
    this.setUpCode = setUpCode;
  }

  // Starts a server that nobody has an account on, and waits until it says where it is.
  static async start(engine: Engine): Promise<Server> {
    const place = engine === "postgres" ? onServer() : await inFile();
    const child = spawn(executable(), ["serve", "--listen", "127.0.0.1:0"], {
      env: environment(place),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const started = new Promise<[string, string]>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`did not start:\n${output}`)), START_LIMIT_MS);
      const read = (bytes: Buffer) => {
        output += bytes;
        const origin = /serving on (http:\S+)/.exec(output)?.[1];
        const code = /enter the code (\S+)/.exec(output)?.[1];
        if (origin === undefined || code === undefined) return;
        clearTimeout(late);
        resolve([origin, code]);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", (status) => reject(new Error(`ended with ${status}:\n${output}`)));
      child.once("error", reject);
    });
    const [origin, setUpCode] = await started;
    return new Server(child, place, () => output, origin, setUpCode);
  }

  // Adds an account from the terminal.
  addAccount(account: { email: string; name: string; password: string; admin: boolean }): void {
    const words = ["user", "add", account.email, "--name", account.name];
    execFileSync(executable(), account.admin ? [...words, "--admin"] : words, {
      env: environment(this.#place),
      input: `${account.password}\n`,
      stdio: ["pipe", "ignore", "inherit"],
    });
  }

  // Asks the server to end and returns its exit code; all it kept is gone afterwards.
  async stop(): Promise<number | null> {
    const exited = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    const [code] = await exited;
    await this.#place.remove();
    return code;
  }

  // Lines of the log that tell of a fault of the server's own.
  faults(): string[] {
    return this.#output().split("\n").filter((line) => / ERROR /.test(line));
  }
}

function executable(): string {
  const path = process.env.TOUCHSTONE_BIN;
  if (path === undefined) throw new Error("say with TOUCHSTONE_BIN where the executable is");
  return path;
}

// What is kept need not outlive a power cut.
function environment(place: Place): NodeJS.ProcessEnv {
  return { ...process.env, TOUCHSTONE_DATABASE_URL: place.url, TOUCHSTONE_SQLITE_SYNCHRONOUS: "normal" };
}

// A database of its own for one server.
type Place = { url: string; remove(): Promise<void> };

async function inFile(): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), "touchstone-end2end-"));
  const url = `sqlite://${join(directory, "touchstone.db")}`;
  return { url, remove: () => rm(directory, { recursive: true }) };
}

function onServer(): Place {
  const server = process.env.TEST_DATABASE_URL!;
  const name = `end2end_${randomUUID().replaceAll("-", "")}`;
  const ask = (sql: string) => execFileSync("psql", [server, "--quiet", "--command", sql], { stdio: "inherit" });
  ask(`create database ${name}`);
  const url = server.replace(/[^/]*$/, name);
  return { url, remove: async () => ask(`drop database ${name} with (force)`) };
}
