import type { Clinic } from "@/clinic/clinic.ts";
import { openClinic } from "@/clinic/open.ts";
import { ForeignDatabase } from "@/db/tables/key_ring.ts";
import { NewerSchema } from "@/db/migrations.ts";
import { DatabaseUnavailable, type Port } from "@/db/port/port.ts";
import { Store } from "@/db/store.ts";
import {
  type KeyStore,
  noteDatabaseMade,
  pageKeyOf,
  type UnlockedKeys,
  unlockKeys,
} from "./keys/unlock_keys.ts";
import { type DataFolder, dataFolder, lockFolder } from "./data_folder.ts";
import type { Environment } from "./command_line/environment.ts";
import { exists, readTextIfExists, removeIfExists, writePrivateFile } from "./files.ts";
import { keyLocationOf } from "./keys/key_location.ts";
import { configuredKey, type KeySecret } from "./keys/key_secret.ts";
import { remoteKeyStore } from "./keys/remote_key_store.ts";
import { logBackgroundFailure } from "./log.ts";
import type { DatabaseSettings } from "./command_line/settings.ts";

/** An open database, its keys and its data folder. */
export interface OpenDatabase {
  readonly clinic: Clinic;
  readonly keys: UnlockedKeys;
  /** Undefined on a remote database. */
  readonly folder: DataFolder | undefined;
  close(): Promise<void>;
}

/** The database cannot be opened; says why and what to do. */
export class CannotOpen extends Error {
  override name = "CannotOpen";
}

/**
 * Opens the database that settings name, and creates it where there is none.
 * @param waitForLock whether to wait for another process to leave the data folder
 * @throws FolderInUse | KeysUnavailable | CannotOpen | UsageError
 */
export async function openDatabase(
  settings: DatabaseSettings,
  env: Environment,
  waitForLock: boolean,
): Promise<OpenDatabase> {
  try {
    const own = await configuredKey(settings); // a wrong setting is refused before anything is created
    return settings.databaseUrl === undefined
      ? await openFolder(settings, own, env, waitForLock)
      : await openServer(settings, settings.databaseUrl, own, env);
  } catch (error) {
    throw toCannotOpen(error);
  }
}

async function openFolder(
  settings: DatabaseSettings,
  own: KeySecret | undefined,
  env: Environment,
  patient: boolean,
): Promise<OpenDatabase> {
  const folder = dataFolder(settings.data);
  const lock = await lockFolder(folder, patient);
  try {
    await removeIfExists(folder.server); // left by a killed server: another program may have its port by now
    const keyStore = fileKeyStore(folder);
    await requireKeys(folder);
    const keys = await unlockKeys(keyStore, own, settings, env.folders, env.now());
    await requireDatabase(folder, keys);
    await createPrivately(folder);
    const { openLocal } = await import("@/db/port/local.ts"); // the native addon: not on the remote path
    const clinic = await openOn(openLocal(folder.database, pageKeyOf(keys)), keys, false, settings, env);
    await noteDatabaseMade(keyStore, keys.document);
    return { clinic, keys, folder, close: () => clinic.store.close().finally(() => lock.close()) };
  } catch (error) {
    lock.close();
    throw error;
  }
}

async function openServer(
  settings: DatabaseSettings,
  url: string,
  own: KeySecret | undefined,
  env: Environment,
): Promise<OpenDatabase> {
  const { openRemote } = await import("@/db/port/remote.ts");
  const port = openRemote(url, settings.databaseToken);
  const keys = await unlockKeys(remoteKeyStore(port), own, settings, env.folders, env.now());
  const clinic = await openOn(port, keys, true, settings, env);
  return { clinic, keys, folder: undefined, close: () => clinic.store.close() };
}

async function openOn(
  port: Port,
  keys: UnlockedKeys,
  shared: boolean,
  settings: DatabaseSettings,
  { now }: Environment,
): Promise<Clinic> {
  const { document: { database }, master } = keys;
  try {
    const store = await Store.open({
      port,
      databaseId: database,
      master,
      shared,
      now,
      onBackgroundFailure: logBackgroundFailure,
    });
    return openClinic(store, settings.timeZone, now, keyLocationOf(keys, settings));
  } catch (error) {
    port.close();
    throw error;
  }
}

function fileKeyStore({ keys }: DataFolder): KeyStore {
  return { name: keys, read: () => readTextIfExists(keys), write: (text) => writePrivateFile(keys, text) };
}

/** A database whose keys are missing is not replaced by a new one: it may be the only copy. */
async function requireKeys({ keys, database }: DataFolder): Promise<void> {
  if (await exists(keys) || !(await exists(database))) return;
  throw new CannotOpen(
    `${keys} is missing, and without it ${database} cannot be opened: restore both from a backup`,
  );
}

async function requireDatabase({ database }: DataFolder, { document }: UnlockedKeys): Promise<void> {
  if (!document.database_made || await exists(database)) return;
  throw new CannotOpen(`${database} is missing: restore it from a backup, or start on another data folder`);
}

/** Creates the file readable by its owner alone: SQLite gives its -wal and -shm the same rights. */
async function createPrivately({ database }: DataFolder): Promise<void> {
  const file = await Deno.open(database, { create: true, write: true, mode: 0o600 });
  file.close();
}

/** An error of the database as one that says what to do; any other error as it is. */
export function toCannotOpen(error: unknown): unknown {
  if (error instanceof NewerSchema) {
    return new CannotOpen(`${error.message}: use the newer program. Nothing was changed.`);
  }
  if (error instanceof ForeignDatabase) {
    return new CannotOpen(
      "these are another database's keys: put the keys.json that belongs to it. Nothing was changed.",
    );
  }
  if (error instanceof DatabaseUnavailable) return new CannotOpen(explainUnavailable(error));
  return error;
}

function explainUnavailable({ reason }: DatabaseUnavailable): string {
  if (reason === "unreachable") {
    return "the database server cannot be reached: is its address right, and is it running?";
  }
  if (reason === "full") return "the disk is full: make room and start again";
  if (reason === "busy") return "another program has the database file open: stop it first";
  if (reason === "damaged") {
    return "the database file cannot be read: it is damaged, or these are another database's keys. Nothing was changed.";
  }
  return "the system would not let the database file be read or written: is the disk full, or the folder read-only?";
}
