import { randomBytes, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";
import { z } from "zod";
import type { Clinic } from "@/clinic/clinic.ts";
import { type DatabaseCommand, EXIT } from "@/cli/command_line/command.ts";
import { type DataFolder, isLocked } from "@/cli/data_folder.ts";
import { readTextIfExists, writePrivateFile } from "@/cli/files.ts";
import type { Output } from "@/cli/command_line/output.ts";

/**
 * How a command reaches a server that has the database open: a port of its own on loopback and a secret of this start,
 * both in `server.json`, which only the owner of the data folder can read.
 */
const serverFile = z.object({ pid: z.int(), port: z.int(), secret: z.string() });

const event = z.union([
  z.object({ line: z.string() }),
  z.object({ progress: z.tuple([z.string(), z.number(), z.number()]) }),
  z.object({ exit: z.int() }),
]);
type Event = z.infer<typeof event>;

/** Serves commands for as long as the server runs. */
export async function serveControl(clinic: Clinic, folder: DataFolder, commands: readonly DatabaseCommand[]) {
  const secret = randomBytes(32).toString("base64url");
  const running = new RunningCommands();
  const where = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  const server = Deno.serve(where, async (request) => {
    if (!isSecret(secret, request.headers.get("authorization"))) return new Response(null, { status: 403 });
    const { name, input } = await request.json();
    const command = commands.find((known) => known.name === name);
    return command
      ? new Response(runStreaming(clinic, command, input, running))
      : new Response(null, { status: 404 });
  });
  await writePrivateFile(folder.server, JSON.stringify({ pid: Deno.pid, port: server.addr.port, secret }));
  return {
    async close() {
      await Deno.remove(folder.server).catch(() => {});
      await running.stop();
      await server.shutdown();
    },
  };
}

/** The commands under way. The database is closed only after the last of them has ended. */
class RunningCommands {
  readonly #commands = new Set<Promise<unknown>>();
  readonly #stop = new AbortController();

  /** Runs `work` with a signal that tells it to stop: when the server stops, or `gone` says that nobody waits for it. */
  async run(work: (stop: AbortSignal) => Promise<number>, gone: AbortSignal): Promise<number> {
    const command = work(AbortSignal.any([this.#stop.signal, gone]));
    this.#commands.add(command);
    try {
      return await command;
    } finally {
      this.#commands.delete(command);
    }
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#commands);
  }
}

/** Runs a command in the server that has `folder` open; undefined when none answers. Gives the exit code. */
export async function runInServer(
  folder: DataFolder,
  name: string,
  input: unknown,
  out: Output,
): Promise<number | undefined> {
  // What a killed server left behind names a port that may be another program's: what it is told must not be told to that.
  const text = await isLocked(folder) ? await readTextIfExists(folder.server) : undefined;
  if (text === undefined) return undefined;
  const response = await postTo(text, { name, input });
  if (!response?.ok || !response.body) return undefined;
  const exit = await relay(response.body, out).catch(() => undefined);
  if (exit === undefined) out.line("Not done: the server ended before it had finished."); // to do it again is no answer
  return exit ?? EXIT.failed;
}

/** Passes on what the command says; gives its exit code, undefined when the server fell silent before it. */
async function relay(body: ReadableStream<Uint8Array>, out: Output): Promise<number | undefined> {
  let exit: number | undefined;
  for await (const line of linesOf(body)) {
    const happened = event.parse(JSON.parse(line));
    if ("line" in happened) out.line(happened.line);
    else if ("progress" in happened) out.progress(...happened.progress);
    else exit = happened.exit;
  }
  return exit;
}

/** Undefined when nobody answers: the address is a killed server's, whole or torn. */
async function postTo(addressText: string, question: unknown): Promise<Response | undefined> {
  try {
    const { port, secret } = serverFile.parse(JSON.parse(addressText));
    return await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      body: JSON.stringify(question),
    });
  } catch {
    return undefined;
  }
}

function isSecret(secret: string, authorization: string | null): boolean {
  const given = Buffer.from(authorization ?? ""), right = Buffer.from(`Bearer ${secret}`);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** What the command says as it runs, a JSON line an event. */
function runStreaming(
  clinic: Clinic,
  command: DatabaseCommand,
  input: unknown,
  running: RunningCommands,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const gone = new AbortController();
  return new ReadableStream({
    async start(controller) {
      const send = (event: Event) =>
        gone.signal.aborted || controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      const out: Output = {
        line: (line) => send({ line }),
        progress: (...progress) => send({ progress }),
      };
      const work = (stop: AbortSignal) => command.run(clinic, input as never, out, stop);
      const exit = await running.run(work, gone.signal).catch((error) => {
        out.line(`${command.name}: not done: ${reasonOf(error)}`);
        return EXIT.failed;
      });
      send({ exit });
      if (!gone.signal.aborted) controller.close();
    },
    cancel() {
      gone.abort(); // whoever asked has gone: short work goes on to its end
    },
  });
}

/** Of an error only its kind: its message might quote what somebody typed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  return error.name === "AbortError" ? "it was stopped" : error.name;
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop()!;
    yield* parts;
  }
}
