import { dirname, join } from "node:path";
import config from "@/deno.json" with { type: "json" };
import { linesOf } from "./lines.ts";
import { DOCTOR, type OurPlace } from "./seed_ours.ts";

export type Side = "ours" | "bare";

/** A server in a process of its own. */
export interface Server extends AsyncDisposable {
  readonly port: number;
  readonly pid: number;
  /** From being spawned to its first 200, in milliseconds. */
  readonly startMs: number;
  /** A doctor's access token; undefined for servers that ask for none. */
  readonly token: string | undefined;
}

/** Starts either server on its data. */
export type Starter = (side: Side) => Promise<Server>;

export function starter(place: OurPlace, bareFile: string): Starter {
  return (side) => side === "ours" ? startOursSignedIn(place) : startScript("bare.ts", bareFile);
}

/** A server that does nothing, by which the bench measures itself. */
export function startIdle(): Promise<Server> {
  return startScript("idle.ts");
}

async function startOursSignedIn(place: OurPlace): Promise<Server> {
  const server = await startOurs(place);
  return { ...server, token: await signIn(server) };
}

/** Ours, with the permissions of `deno task start` and no others; nobody signed in. */
export function startOurs({ data, config }: OurPlace): Promise<Server> {
  return start([...startTask(), "--data", data, "--port", "0"], { XDG_CONFIG_HOME: config });
}

/** A script of the bench, by its path from this folder. */
export function startScript(script: string, ...args: string[]): Promise<Server> {
  const tests = ["--config", join(ROOT, "tests/deno.json"), "--lock", join(ROOT, "tests/deno.lock")];
  return start(["run", "-A", "--no-check", ...tests, join(import.meta.dirname!, script), ...args], {});
}

/** The arguments that the start task gives to `deno`. */
function startTask(): string[] {
  const words = config.tasks.start.command.match(/'[^']*'|\S+/g) ?? [];
  return words.slice(1).map((word) => word.replaceAll("'", ""));
}

async function start(args: string[], env: Record<string, string>): Promise<Server> {
  const spawnedAt = performance.now();
  const child = new Deno.Command(Deno.execPath(), { args, env, cwd: ROOT, stdin: "null", stdout: "piped" })
    .spawn();
  const port = await portOf(child);
  await mustBeHealthy(port);
  return {
    port,
    pid: child.pid,
    startMs: performance.now() - spawnedAt,
    token: undefined,
    [Symbol.asyncDispose]: () => stop(child),
  };
}

/** Reads on after the port is known, so that the server never waits for its reader. */
function portOf(child: Deno.ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    (async () => {
      for await (const line of linesOf(child.stdout)) {
        const port = /ready at http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1];
        if (port) resolve(Number(port));
      }
      reject(new Error("a server ended before it was ready"));
    })().catch(reject);
  });
}

async function mustBeHealthy(port: number): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  await response.body?.cancel();
  if (response.status !== 200) throw new Error(`/healthz answered ${response.status}`);
}

/** A doctor's access token, good for a quarter of an hour and for the servers after this one. */
export async function signIn({ port }: Pick<Server, "port">): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/auth/login/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(DOCTOR),
  });
  if (response.status !== 200) throw new Error(`signing in answered ${response.status}`);
  return (await response.json()).access;
}

async function stop(child: Deno.ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await child.status;
  clearTimeout(hard);
}

const ROOT = dirname(dirname(import.meta.dirname!));
