import type { Clinic } from "@/clinic/clinic.ts";
import { openClinic } from "@/clinic/open.ts";
import { subkey } from "@/db/crypto/derive.ts";
import { ForeignDatabase } from "@/db/tables/key_ring.ts";
import { NewerSchema } from "@/db/migrations.ts";
import { DatabaseUnavailable, type Port } from "@/db/port/port.ts";
import { Store } from "@/db/store.ts";
import { type KeyStore, noteDatabaseMade, type UnlockedKeys, unlockKeys } from "./keys/unlock_keys.ts";
import { type DataFolder, dataFolder, lockFolder } from "./data_folder.ts";
import type { Environment } from "./command_line/environment.ts";
import { exists, readTextIfExists, removeIfExists, writePrivateFile } from "./files.ts";
import { keyLocationOf } from "./keys/key_location.ts";
import { configuredKey, type KeySecret } from "./keys/key_secret.ts";
import { remoteKeyStore } from "./keys/remote_key_store.ts";
import { logBackgroundFailure } from "./log.ts";
import type { DatabaseSettings } from "./command_line/settings.ts";

/** An open database and what belongs to having it open. */
export interface OpenDatabase {
  readonly clinic: Clinic;
  readonly custody: UnlockedKeys;
  /** Undefined on a remote database. */
  readonly folder: DataFolder | undefined;
  close(): Promise<void>;
}

/** The database cannot be opened; says why and what to do. */
export class CannotOpen extends Error {
  override name = "CannotOpen";
}

/**
 * Opens the database that settings name, and makes it where there is none.
 * @param patient whether to wait for another process to leave the data folder
 * @throws FolderInUse | KeysUnavailable | CannotOpen | UsageError
 */
export async function openDatabase(
  settings: DatabaseSettings,
  env: Environment,
  patient: boolean,
): Promise<OpenDatabase> {
  try {
    const own = await configuredKey(settings); // a wrong setting is refused before anything is made
    return settings.databaseUrl === undefined
      ? await openFolder(settings, own, env, patient)
      : await openServer(settings, settings.databaseUrl, own, env);
  } catch (error) {
    throw explained(error);
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
    await removeIfExists(folder.server); // a killed server's: its port may be somebody else's by now
    const shelf = fileKeyStore(folder);
    await mustHaveKeys(folder);
    const custody = await unlockKeys(shelf, own, settings, env.folders, env.now());
    await mustHaveDatabase(folder, custody);
    await makePrivately(folder);
    const { openLocal } = await import("@/db/port/local.ts"); // the native addon: not on the remote path
    const pageKey = custody.document.page_encryption ? subkey(custody.master, "pages") : undefined;
    const clinic = await openOn(openLocal(folder.database, pageKey), custody, false, settings, env);
    await noteDatabaseMade(shelf, custody.document);
    return { clinic, custody, folder, close: () => clinic.store.close().finally(() => lock.close()) };
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
  const custody = await unlockKeys(remoteKeyStore(port), own, settings, env.folders, env.now());
  const clinic = await openOn(port, custody, true, settings, env);
  return { clinic, custody, folder: undefined, close: () => clinic.store.close() };
}

async function openOn(
  port: Port,
  custody: UnlockedKeys,
  shared: boolean,
  settings: DatabaseSettings,
  { now }: Environment,
): Promise<Clinic> {
  const { document: { database }, master } = custody;
  try {
    const store = await Store.open({
      port,
      databaseId: database,
      master,
      shared,
      now,
      onBackgroundFailure: logBackgroundFailure,
    });
    return openClinic(store, settings.timeZone, now, keyLocationOf(custody, settings));
  } catch (error) {
    port.close();
    throw error;
  }
}

function fileKeyStore({ keys }: DataFolder): KeyStore {
  return { name: keys, read: () => readTextIfExists(keys), write: (text) => writePrivateFile(keys, text) };
}

/** A database without its keys is not made anew: it may be somebody's only copy. */
async function mustHaveKeys({ keys, database }: DataFolder): Promise<void> {
  if (await exists(keys) || !(await exists(database))) return;
  throw new CannotOpen(
    `${keys} is missing, and without it ${database} opens to nobody: restore both from a backup`,
  );
}

async function mustHaveDatabase({ database }: DataFolder, { document }: UnlockedKeys): Promise<void> {
  if (!document.database_made || await exists(database)) return;
  throw new CannotOpen(`${database} is missing: restore it from a backup, or start on another data folder`);
}

/** SQLite gives its -wal and -shm the rights of the database file, so that is made for its owner alone. */
async function makePrivately({ database }: DataFolder): Promise<void> {
  const file = await Deno.open(database, { create: true, write: true, mode: 0o600 });
  file.close();
}

/** An error of the database in words that say what to do; any other as it is. */
export function explained(error: unknown): unknown {
  if (error instanceof NewerSchema) {
    return new CannotOpen(`${error.message}: use the newer program. Nothing was changed.`);
  }
  if (error instanceof ForeignDatabase) {
    return new CannotOpen(
      "these are another database's keys: put the keys.json that belongs to it. Nothing was changed.",
    );
  }
  if (error instanceof DatabaseUnavailable) return new CannotOpen(away(error));
  return error;
}

function away({ reason }: DatabaseUnavailable): string {
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
