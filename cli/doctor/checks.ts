import type { DataFolder } from "@/cli/data_folder.ts";
import { FolderInUse, lockFolder } from "@/cli/data_folder.ts";
import type { Environment } from "@/cli/command_line/environment.ts";
import { readTextIfExists } from "@/cli/files.ts";
import { CannotOpen, explained } from "@/cli/open_database.ts";
import { remoteKeyStore } from "@/cli/keys/remote_key_store.ts";
import type { DatabaseSettings } from "@/cli/command_line/settings.ts";
import { type Check, well, wrong } from "./check.ts";
import { checkDatabase, pageKeyOf } from "./database.ts";
import { checkFolder } from "./folder.ts";
import { checkKeys, unlocked } from "./keys.ts";
import { checkThroughServer } from "./through_server.ts";

/** Everything about a data folder, as far as one can get. */
export async function* checkLocal(
  folder: DataFolder,
  settings: DatabaseSettings,
  env: Environment,
): AsyncGenerator<Check> {
  let stuck = false;
  for await (const check of checkFolder(folder)) {
    yield check;
    if (["folder", "keys", "database"].includes(check.about)) stuck ||= check.status === "wrong";
  }
  if (stuck) return;
  const found = await checkThroughServer(folder);
  if (found) yield* found;
  else yield* withoutServer(folder, settings, env);
}

async function* withoutServer(
  folder: DataFolder,
  settings: DatabaseSettings,
  env: Environment,
): AsyncGenerator<Check> {
  const lock = await tryLock(folder);
  if (!lock) {
    return yield wrong(
      "server",
      "Another DOVMS has the data folder and answers nothing: it starts, stops or hangs",
    );
  }
  try {
    yield well("server", "No server runs on this data folder");
    const shelf = { name: folder.keys, read: () => readTextIfExists(folder.keys) };
    const custody = await unlocked(shelf, settings, env);
    if ("about" in custody) return yield custody;
    yield checkKeys(custody);
    const { openLocal } = await import("@/db/port/local.ts");
    const open = () => Promise.resolve(openLocal(folder.database, pageKeyOf(custody)));
    yield* explaining(checkDatabase(open, custody, env.now()));
  } finally {
    lock.close();
  }
}

/** As checkLocal(), for a database on a libSQL server. */
export async function* checkRemote(
  url: string,
  settings: DatabaseSettings,
  env: Environment,
): AsyncGenerator<Check> {
  const { openRemote } = await import("@/db/port/remote.ts");
  const port = openRemote(url, settings.databaseToken);
  yield* explaining(async function* () {
    const custody = await unlocked(remoteKeyStore(port), settings, env);
    if ("about" in custody) return yield custody;
    yield checkKeys(custody);
    yield* checkDatabase(() => Promise.resolve(port), custody, env.now());
  }());
}

async function tryLock(folder: DataFolder): Promise<Deno.FsFile | undefined> {
  try {
    return await lockFolder(folder, false);
  } catch (error) {
    if (error instanceof FolderInUse) return undefined;
    throw error;
  }
}

/** What keeps the database from being opened is a finding, not the end of the program. */
async function* explaining(checks: AsyncGenerator<Check>): AsyncGenerator<Check> {
  try {
    yield* checks;
  } catch (thrown) {
    const error = explained(thrown);
    if (!(error instanceof CannotOpen)) throw error;
    yield wrong("database", `The database does not open: ${error.message}`);
  }
}
