import { resolve } from "node:path";
import { needsSetUp } from "@/clinic/staff/set_up.ts";
import type { OpenDatabase } from "@/cli/open_database.ts";
import type { Output } from "@/cli/command_line/output.ts";
import type { DatabaseSettings } from "@/cli/command_line/settings.ts";

/** How a command is run: by the compiled program's name, or from the project's folder. */
const COMMAND = Deno.build.standalone ? "dovms" : "deno task dovms";

/**
 * Prints where the program is reached, where its data lies, what to back up and, before there is an administrator, the link
 * that makes one. In one write, so that whoever waits for a line of it has all of it.
 */
export function printBanner(
  database: OpenDatabase,
  settings: DatabaseSettings,
  base: string,
  out: Output,
): void {
  const lines = [
    `DOVMS is ready at ${base}/`,
    `  API reference  ${base}/api/docs/`,
    ...dataLines(database, settings),
    ...(needsSetUp(database.clinic) ? setUpLines(database, base) : []),
  ];
  out.line(lines.join("\n"));
}

function dataLines({ folder, keys }: OpenDatabase, { databaseUrl }: DatabaseSettings): string[] {
  const lines = folder
    ? [
      `  Data           ${resolve(folder.path)}  (database dovms.db, keys keys.json)`,
      "  Back up        the whole data folder, while DOVMS is stopped",
    ]
    : [`  Database       ${new URL(databaseUrl!).host}`];
  if (keys.evaluationKey === undefined) return lines;
  return [
    ...lines,
    `  Key            ${keys.evaluationKey}`,
    "",
    "  This is an evaluation key: a plain file on this computer. Copy it to a safe place, apart from the data:",
    "  without it the data cannot be opened, and whoever has both can read everything. Before real patients are",
    "  registered, start a new data folder with a key of your own (DOVMS_KEY_FILE).",
  ];
}

function setUpLines({ clinic }: OpenDatabase, base: string): string[] {
  return [
    "",
    "  Nobody administers this clinic yet. Open this link within 30 minutes, once, to become its administrator:",
    `  ${base}/set-up?secret=${clinic.setUp.secret}`,
    `  (or: ${COMMAND} admin create --username NAME)`,
  ];
}
