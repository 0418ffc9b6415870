import { dirname, join } from "node:path";

/** Why a process gave no answer, in words for the report. */
export interface Ended {
  readonly ended: string;
}

/**
 * Runs a script of this folder in a process of its own, gives it `input` as JSON and reads its answer, so that the
 * memory it measures is its own. @param heapMb the most of it that JavaScript may take
 */
export async function inProcess<T>(
  script: string,
  input: unknown,
  limitSeconds: number,
  heapMb = HEAP_MB,
): Promise<T | Ended> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      `--v8-flags=--expose-gc,--max-old-space-size=${heapMb}`,
      ...tests,
      at(script),
    ],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let overdue = false;
  const limit = setTimeout(() => (overdue = true, child.kill("SIGKILL")), limitSeconds * 1_000);
  const output = child.output();
  await send(child, input);
  const { success, stdout, stderr } = await output;
  clearTimeout(limit);
  if (success) return JSON.parse(new TextDecoder().decode(stdout));
  return { ended: reasonOf(new TextDecoder().decode(stderr), overdue, limitSeconds, heapMb) };
}

/** As inProcess(), where nothing but an answer will do. @throws Error */
export async function mustAnswer<T extends object>(
  script: string,
  input: unknown,
  seconds: number,
): Promise<T> {
  const answer = await inProcess<T>(script, input, seconds);
  if ("ended" in answer) throw new Error(`${script}: ${answer.ended}`);
  return answer;
}

/** In the process: what it was given. */
export function given<T>(): Promise<T> {
  return new Response(Deno.stdin.readable).json();
}

/** In the process: resident memory in MB, garbage taken out. */
export function memoryNow(): number {
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  gc?.();
  return Deno.memoryUsage().rss / 2 ** 20;
}

async function send(child: Deno.ChildProcess, input: unknown): Promise<void> {
  const writer = child.stdin.getWriter();
  try {
    await writer.write(new TextEncoder().encode(JSON.stringify(input)));
    await writer.close();
  } catch {
    // it ended before it had read everything: its exit says more
  }
}

function reasonOf(errors: string, overdue: boolean, limitSeconds: number, heapMb: number): string {
  if (overdue) return `not done after ${limitSeconds} s`;
  if (/out of memory/i.test(errors)) return `out of memory with ${heapMb / 1_024} GB`;
  return `failed: ${errors.trim().split("\n").slice(0, 3).join(" ")}`;
}

const HEAP_MB = 4_096;
const TESTS = dirname(dirname(import.meta.dirname!));
const tests = ["--config", join(TESTS, "deno.json"), "--lock", join(TESTS, "deno.lock")];

function at(script: string): string {
  return join(import.meta.dirname!, script);
}
