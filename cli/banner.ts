import { resolve } from "node:path";
import { needsSetUp } from "../clinic/set_up.ts";
import type { OpenDatabase } from "./open_database.ts";
import type { Output } from "./output.ts";
import type { DatabaseSettings } from "./settings.ts";

/** How the reader runs a command: by the compiled program's name, or from the project's folder. */
const COMMAND = Deno.build.standalone ? "dovms" : "deno task dovms";

/** What a start tells: where everything is, what to back up, and how to get in. */
export function printBanner(
  database: OpenDatabase,
  settings: DatabaseSettings,
  base: string,
  out: Output,
): void {
  out.line(`DOVMS is ready at ${base}/`);
  out.line(`  API reference  ${base}/api/docs/`);
  printPlaces(database, settings, out);
  if (needsSetUp(database.clinic)) printSetUp(database, base, out);
}

function printPlaces(
  { folder, custody }: OpenDatabase,
  { databaseUrl }: DatabaseSettings,
  out: Output,
): void {
  if (folder) {
    out.line(`  Data           ${resolve(folder.path)}  (database dovms.db, keys keys.json)`);
    out.line("  Back up        the whole data folder, while DOVMS is stopped");
  } else {
    out.line(`  Database       ${new URL(databaseUrl!).host}`);
  }
  if (custody.evaluationKey === undefined) return;
  out.line(`  Key            ${custody.evaluationKey}`);
  out.line("");
  out.line(
    "  This is an evaluation key: a plain file on this computer. Copy it to a safe place, apart from the data:",
  );
  out.line(
    "  without it nobody opens the data, and whoever has both reads everything. Before real patients are",
  );
  out.line("  registered, start a new data folder with a key of your own (DOVMS_KEY_FILE).");
}

function printSetUp({ clinic }: OpenDatabase, base: string, out: Output): void {
  out.line("");
  out.line(
    "  Nobody administers this clinic yet. Open this link within 30 minutes, once, to become its administrator:",
  );
  out.line(`  ${base}/set-up?secret=${clinic.setUp.secret}`);
  out.line(`  (or: ${COMMAND} admin create --username NAME)`);
}
