import { resolve } from "node:path";
import { needsSetUp } from "@/clinic/staff/set_up.ts";
import type { OpenDatabase } from "@/cli/open_database.ts";
import type { Output } from "@/cli/command_line/output.ts";
import type { DatabaseSettings } from "@/cli/command_line/settings.ts";

/** How the reader runs a command: by the compiled program's name, or from the project's folder. */
const COMMAND = Deno.build.standalone ? "dovms" : "deno task dovms";

/** What a start tells: where everything is, what to back up, and how to get in. All at once, so that nothing is half read. */
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

function dataLines({ folder, custody }: OpenDatabase, { databaseUrl }: DatabaseSettings): string[] {
  const lines = folder
    ? [
      `  Data           ${resolve(folder.path)}  (database dovms.db, keys keys.json)`,
      "  Back up        the whole data folder, while DOVMS is stopped",
    ]
    : [`  Database       ${new URL(databaseUrl!).host}`];
  if (custody.evaluationKey === undefined) return lines;
  return [
    ...lines,
    `  Key            ${custody.evaluationKey}`,
    "",
    "  This is an evaluation key: a plain file on this computer. Copy it to a safe place, apart from the data:",
    "  without it nobody opens the data, and whoever has both reads everything. Before real patients are",
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
