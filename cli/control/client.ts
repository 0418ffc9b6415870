import { EXIT } from "@/cli/command_line/command.ts";
import type { Output } from "@/cli/command_line/output.ts";
import { type DataFolder, isLocked } from "@/cli/data_folder.ts";
import { readTextIfExists } from "@/cli/files.ts";
import { controlAddress, outputEvent } from "./protocol.ts";

/**
 * Runs a command in the server that has the data folder open.
 *
 * @returns the command's exit code; undefined when no server answers
 */
export async function runInServer(
  folder: DataFolder,
  name: string,
  input: unknown,
  out: Output,
): Promise<number | undefined> {
  // A killed server leaves server.json behind. Its port may be another program's by now, which must not get the input.
  const address = await isLocked(folder) ? await readTextIfExists(folder.server) : undefined;
  if (address === undefined) return undefined;
  const response = await post(address, { name, input });
  if (!response?.ok || !response.body) return undefined;
  const exit = await printEvents(response.body, out).catch(() => undefined);
  // Not run here instead, because it may have been done.
  if (exit === undefined) {
    out.line("It is not known whether this was done: the server ended before it answered.");
  }
  return exit ?? EXIT.failed;
}

/** Undefined when nothing answers, or `server.json` was cut off while it was written. */
async function post(address: string, message: unknown): Promise<Response | undefined> {
  try {
    const { port, secret } = controlAddress.parse(JSON.parse(address));
    return await fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: { authorization: `Bearer ${secret}` },
      body: JSON.stringify(message),
    });
  } catch {
    return undefined;
  }
}

/** Prints what the command prints; gives its exit code, undefined when the stream ends before one. */
async function printEvents(body: ReadableStream<Uint8Array>, out: Output): Promise<number | undefined> {
  let exit: number | undefined;
  for await (const line of linesOf(body)) {
    const event = outputEvent.parse(JSON.parse(line));
    if ("line" in event) out.line(event.line);
    else if ("progress" in event) out.progress(...event.progress);
    else exit = event.exit;
  }
  return exit;
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
