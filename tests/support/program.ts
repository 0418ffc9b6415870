import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import config from "@/deno.json" with { type: "json" };
import { until } from "./until.ts";

/** The program as a clinic runs it: a process of its own, with the start task's permissions. */
export interface Program extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** Everything it has written to standard output and standard error so far. */
  readonly log: () => string;
  /** Sends the signal and waits for the end; gives the exit code. */
  stop(signal?: Deno.Signal): Promise<number>;
}

const ROOT = dirname(dirname(import.meta.dirname!));

/**
 * Starts main.ts on a free port and waits until it says that it is ready. Data and configuration lie in `folder`.
 * @throws with the log when it ends before that
 */
export async function startProgram(folder: string, env: Record<string, string> = {}): Promise<Program> {
  await ensureConsole();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", ...permissions(), "main.ts", "serve", "--port", "0", "--data", join(folder, "data")],
    cwd: ROOT,
    env: { XDG_CONFIG_HOME: join(folder, "config"), ...env },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const log = { text: "" };
  const collected = [collect(child.stdout, log), collect(child.stderr, log)];
  const url = await readyUrl(child, log);
  const stop = async (signal: Deno.Signal = "SIGTERM") => {
    try {
      child.kill(signal);
    } catch {
      // it has ended by itself
    }
    const { code } = await child.status;
    await Promise.all(collected);
    return code;
  };
  return {
    url,
    pid: child.pid,
    log: () => log.text,
    stop,
    [Symbol.asyncDispose]: async () => void await stop(),
  };
}

/** The permissions that the start task gives, so that a missing one shows in the tests. */
export function permissions(): string[] {
  const words = config.tasks.start.command.split(" ").map((word) => word.replaceAll("'", ""));
  return words.filter((word) => word.startsWith("--"));
}

async function ensureConsole(): Promise<void> {
  if (existsSync(join(ROOT, "_fresh", "server.js"))) return;
  const { success } = await new Deno.Command(Deno.execPath(), { args: ["task", "build"], cwd: ROOT })
    .output();
  if (!success) throw new Error("the console could not be built");
}

async function collect(stream: ReadableStream<Uint8Array>, log: { text: string }): Promise<void> {
  const decoder = new TextDecoder();
  for await (const chunk of stream) log.text += decoder.decode(chunk, { stream: true });
}

/** What the program says when it is ready. @throws with the log when it ends before that */
async function readyUrl(child: Deno.ChildProcess, log: { text: string }): Promise<string> {
  let code: number | undefined;
  child.status.then((status) => code = status.code);
  return await until(() => {
    if (code !== undefined) throw new Error(`the program ended with ${code}: ${log.text}`);
    return /ready at (http\S+?)\/\s/.exec(log.text)?.[1];
  }, "the program to be ready");
}
