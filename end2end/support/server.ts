// One running Touchstone: the real executable on a database and a port of its own.
import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
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
  #process: ChildProcess;
  readonly #place: Place;
  #output: () => string;

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
    const log: string[] = [];
    const child = launch(place, "127.0.0.1:0", log);
    const said = await saying(child, log, /serving on (http:\S+)[^]*enter the code (\S+)/);
    return new Server(child, place, () => log.join(""), said[1], said[2]);
  }

  // Ends the server without a warning, as a crash or a power cut would.
  async crash(): Promise<void> {
    const exited = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await exited;
  }

  // Starts it again after a crash: on the same data, at the same address.
  async restart(): Promise<void> {
    const log: string[] = [];
    this.#process = launch(this.#place, new URL(this.origin).host, log);
    await saying(this.#process, log, /serving on/);
    const before = this.#output;
    this.#output = () => before() + log.join("");
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

  // Asks the server to end and returns its exit code; all it kept is gone afterwards. Every row must
  // keep the invariants.
  async stop(): Promise<number | null> {
    const exited = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    const [code] = await exited;
    this.#verify();
    await this.#place.remove();
    return code;
  }

  #verify(): void {
    const env = environment(this.#place);
    const { status, stdout, stderr } = spawnSync(executable(), ["doctor", "--data"], { env, encoding: "utf8" });
    if (status !== 0 && /break a rule|could not be checked/.test(stdout)) throw new Error(stdout + stderr);
  }

  // Lines of the log that tell of a fault of the server's own.
  faults(): string[] {
    return this.#output().split("\n").filter((line) => / ERROR /.test(line));
  }
}

function launch(place: Place, listen: string, log: string[]): ChildProcess {
  const child = spawn(executable(), ["serve", "--listen", listen], {
    env: environment(place),
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes) => log.push(`${bytes}`));
  return child;
}

// Waits until the server has said something.
async function saying(child: ChildProcess, log: string[], what: RegExp): Promise<RegExpExecArray> {
  const late = Date.now() + START_LIMIT_MS;
  for (;;) {
    const said = what.exec(log.join(""));
    if (said !== null) return said;
    if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}:\n${log.join("")}`);
    if (Date.now() > late) throw new Error(`did not start:\n${log.join("")}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
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
