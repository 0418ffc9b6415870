import { Buffer } from "node:buffer";
import { randomBytes, timingSafeEqual } from "node:crypto";
import { type DatabaseCommand, EXIT } from "@/cli/command_line/command.ts";
import type { Output } from "@/cli/command_line/output.ts";
import type { DataFolder } from "@/cli/data_folder.ts";
import { writePrivateFile } from "@/cli/files.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import type { OutputEvent } from "./protocol.ts";
import { RunningCommands } from "./running_commands.ts";

/** Runs commands for other processes until it is closed; where to reach it is written to `server.json`. */
export async function serveControl(clinic: Clinic, folder: DataFolder, commands: readonly DatabaseCommand[]) {
  const secret = randomBytes(32).toString("base64url");
  const running = new RunningCommands();
  const listen = { hostname: "127.0.0.1", port: 0, onListen: () => {} };
  const server = Deno.serve(listen, async (request) => {
    if (!isAuthorized(request, secret)) return new Response(null, { status: 403 });
    const { name, input } = await request.json();
    const command = commands.find((each) => each.name === name);
    return command
      ? new Response(streamOutput(clinic, command, input, running))
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

function isAuthorized({ headers }: Request, secret: string): boolean {
  const sent = Buffer.from(headers.get("authorization") ?? ""), expected = Buffer.from(`Bearer ${secret}`);
  return sent.length === expected.length && timingSafeEqual(sent, expected);
}

/** Runs the command and streams what it prints, one event a line. */
function streamOutput(
  clinic: Clinic,
  command: DatabaseCommand,
  input: unknown,
  running: RunningCommands,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const disconnected = new AbortController();
  return new ReadableStream({
    async start(controller) {
      const send = (event: OutputEvent) =>
        disconnected.signal.aborted || controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      const out: Output = {
        line: (line) => send({ line }),
        progress: (...progress) => send({ progress }),
      };
      const work = (stop: AbortSignal) => command.run(clinic, input, out, stop);
      const exit = await running.run(work, disconnected.signal).catch((error) => {
        out.line(`${command.name}: not done: ${reasonOf(error)}`);
        return EXIT.failed;
      });
      send({ exit });
      if (!disconnected.signal.aborted) controller.close();
    },
    cancel() {
      disconnected.abort();
    },
  });
}

/** The kind of an error alone: its message might quote what somebody typed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  return error.name === "AbortError" ? "it was stopped" : error.name;
}
