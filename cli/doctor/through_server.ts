import { z } from "zod";
import { databaseCommand, EXIT } from "@/cli/command_line/command.ts";
import { runInServer } from "@/cli/control/client.ts";
import type { DataFolder } from "@/cli/data_folder.ts";
import { type Check, well, wrong } from "./check.ts";
import { checkTables } from "./database.ts";

/** The part of doctor that runs in the server that has the database open. It is not a command for people. */
export const doctorInServer = databaseCommand({
  name: "doctor in server",
  summary: "Examine the open database",
  options: {},
  prepare: () => Promise.resolve({}),
  async run(clinic, _input, out, stop) {
    for await (const check of checkTables(clinic.store, clinic.now())) {
      stop.throwIfAborted();
      out.line(JSON.stringify(check));
    }
    return EXIT.done;
  },
});

const check = z.object({
  about: z.string(),
  status: z.enum(["well", "warning", "wrong", "unknown"]),
  message: z.string(),
});

/** The checks done by the server that has the folder's database open; undefined when none runs. */
export async function checkThroughServer(folder: DataFolder): Promise<Check[] | undefined> {
  const lines: string[] = [];
  const out = { line: (line: string) => lines.push(line), progress: () => {} };
  const exit = await runInServer(folder, doctorInServer.name, {}, out);
  if (exit === undefined) return undefined;
  if (exit !== EXIT.done) {
    return [wrong("server", "A server has the database open, but could not look through it")];
  }
  return [
    well("server", "A server runs, and has the database open"),
    ...lines.map((line) => check.parse(JSON.parse(line))),
  ];
}
