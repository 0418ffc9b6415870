import type { DataFolder } from "@/cli/data_folder.ts";
import { FolderInUse, lockFolder } from "@/cli/data_folder.ts";
import type { Environment } from "@/cli/command_line/environment.ts";
import { readTextIfExists } from "@/cli/files.ts";
import { CannotOpen, toCannotOpen } from "@/cli/open_database.ts";
import { remoteKeyStore } from "@/cli/keys/remote_key_store.ts";
import type { DatabaseSettings } from "@/cli/command_line/settings.ts";
import { type Check, well, wrong } from "./check.ts";
import { checkDatabase } from "./database.ts";
import { pageKeyOf } from "@/cli/keys/unlock_keys.ts";
import { checkFolder } from "./folder.ts";
import { checkKeys, unlockForReading } from "./keys.ts";
import { checkThroughServer } from "./through_server.ts";

/** Checks a data folder: each thing only if what it needs is in order. */
export async function* checkLocal(
  folder: DataFolder,
  settings: DatabaseSettings,
  env: Environment,
): AsyncGenerator<Check> {
  let isBlocked = false;
  for await (const check of checkFolder(folder)) {
    yield check;
    if (["folder", "keys", "database"].includes(check.about)) isBlocked ||= check.status === "wrong";
  }
  if (isBlocked) return;
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
    const keyStore = { name: folder.keys, read: () => readTextIfExists(folder.keys) };
    const keys = await unlockForReading(keyStore, settings, env);
    if ("about" in keys) return yield keys;
    yield checkKeys(keys);
    const { openLocal } = await import("@/db/port/local.ts");
    const open = () => Promise.resolve(openLocal(folder.database, pageKeyOf(keys)));
    yield* withOpeningErrors(checkDatabase(open, keys, env.now()));
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
  yield* withOpeningErrors(async function* () {
    const keys = await unlockForReading(remoteKeyStore(port), settings, env);
    if ("about" in keys) return yield keys;
    yield checkKeys(keys);
    yield* checkDatabase(() => Promise.resolve(port), keys, env.now());
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

/** Whatever prevents the database from being opened is a result, not the end of the program. */
async function* withOpeningErrors(checks: AsyncGenerator<Check>): AsyncGenerator<Check> {
  try {
    yield* checks;
  } catch (thrown) {
    const error = toCannotOpen(thrown);
    if (!(error instanceof CannotOpen)) throw error;
    yield wrong("database", `The database does not open: ${error.message}`);
  }
}
