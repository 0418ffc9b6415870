import { randomBytes, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";
import { z } from "zod";
import type { Clinic } from "../clinic/clinic.ts";
import type { DatabaseCommand } from "./command.ts";
import type { DataFolder } from "./data_folder.ts";
import { readTextIfThere, writePrivately } from "./files.ts";
import type { Output } from "./output.ts";

/**
 * How a command reaches a server that has the database open: a port of its own on loopback and a secret of this start,
 * both in `server.json`, which only the owner of the data folder can read.
 */
const address = z.object({ pid: z.int(), port: z.int(), secret: z.string() });

const event = z.union([
  z.object({ line: z.string() }),
  z.object({ progress: z.tuple([z.string(), z.number(), z.number()]) }),
  z.object({ exit: z.int() }),
]);
type Event = z.infer<typeof event>;

/** Serves commands for as long as the server runs. */
export async function serveControl(clinic: Clinic, folder: DataFolder, commands: readonly DatabaseCommand[]) {
  const secret = randomBytes(32).toString("base64url");
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, async (request) => {
    if (!isSecret(secret, request.headers.get("authorization"))) return new Response(null, { status: 403 });
    const { name, input } = await request.json();
    const command = commands.find((known) => known.name === name);
    return command ? new Response(events(clinic, command, input)) : new Response(null, { status: 404 });
  });
  await writePrivately(folder.server, JSON.stringify({ pid: Deno.pid, port: server.addr.port, secret }));
  return {
    async close() {
      await Deno.remove(folder.server).catch(() => {});
      await server.shutdown();
    },
  };
}

/** Runs a command in the server that has `folder` open; undefined when none answers. Gives the exit code. */
export async function runInServer(
  folder: DataFolder,
  name: string,
  input: unknown,
  out: Output,
): Promise<number | undefined> {
  const text = await readTextIfThere(folder.server);
  if (text === undefined) return undefined;
  const { port, secret } = address.parse(JSON.parse(text));
  const response = await ask(port, secret, { name, input });
  if (!response?.ok || !response.body) return undefined;
  let exit: number | undefined;
  for await (const line of lines(response.body)) {
    const happened = event.parse(JSON.parse(line));
    if ("line" in happened) out.line(happened.line);
    else if ("progress" in happened) out.progress(...happened.progress);
    else exit = happened.exit;
  }
  return exit;
}

async function ask(port: number, secret: string, question: unknown): Promise<Response | undefined> {
  try {
    return await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      body: JSON.stringify(question),
    });
  } catch {
    return undefined; // server.json is a killed server's
  }
}

function isSecret(secret: string, authorization: string | null): boolean {
  const given = Buffer.from(authorization ?? ""), right = Buffer.from(`Bearer ${secret}`);
  return given.length === right.length && timingSafeEqual(given, right);
}

/** What the command says as it runs, a JSON line an event. */
function events(clinic: Clinic, command: DatabaseCommand, input: unknown): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let open = true;
  return new ReadableStream({
    async start(controller) {
      const send = (event: Event) => open && controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      const out: Output = {
        line: (line) => send({ line }),
        progress: (...progress) => send({ progress }),
      };
      const exit = await command.run(clinic, input as never, out).catch((error) => {
        out.line(`${command.name} failed: ${error instanceof Error ? error.name : "unknown error"}`);
        return 1;
      });
      send({ exit });
      if (open) controller.close();
    },
    cancel() {
      open = false; // whoever asked has gone; the work goes on to its end
    },
  });
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop()!;
    yield* parts;
  }
}
