import { newSlotDocument, type SlotDocument, slotDocument, unlock, WrongKey } from "@/db/crypto/slots.ts";
import {
  evaluationKeyPath,
  type KeySecret,
  newEvaluationKey,
  readEvaluationKey,
  type SystemFolders,
  writeEvaluationKey,
} from "./key_secret.ts";
import type { DatabaseSettings } from "@/cli/command_line/settings.ts";

/** Where the slot document is kept: `keys.json` in the data folder, or a row of a remote database. */
export interface KeyStore {
  /** For messages. */
  readonly name: string;
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** The keys of a database, unlocked. */
export interface UnlockedKeys {
  readonly document: SlotDocument;
  readonly master: Uint8Array;
  /** The path of the evaluation key where that is what opened it; undefined with a key of the clinic's own. */
  readonly evaluationKey: string | undefined;
}

/** The keys cannot be had; says what to do. Nothing was written. */
export class KeysUnavailable extends Error {
  override name = "KeysUnavailable";
}

/**
 * Unlocks the keys on the shelf, or makes new ones where there are none.
 * @param own the clinic's own key, or undefined for the evaluation key
 * @throws KeysUnavailable | UsageError
 */
export async function unlockKeys(
  shelf: KeyStore,
  own: KeySecret | undefined,
  settings: DatabaseSettings,
  folders: SystemFolders,
  now: Date,
): Promise<UnlockedKeys> {
  const text = await shelf.read();
  if (text === undefined) return await makeKeys(shelf, own, settings, folders, now);
  const document = parse(shelf, text);
  if (own) return { document, master: mustUnlockBy(own, document), evaluationKey: undefined };
  const path = evaluationKeyPath(folders, document.database);
  const evaluation = await readEvaluationKey(path);
  if (!evaluation) throw new KeysUnavailable(missingKey(document, path));
  return { document, master: mustUnlockBy(evaluation, document), evaluationKey: path };
}

/** Notes that the database has been made, so that one that is missing later is known for a loss. */
export async function noteDatabaseMade(shelf: KeyStore, document: SlotDocument): Promise<void> {
  if (!document.database_made) await shelf.write(serialise({ ...document, database_made: true }));
}

async function makeKeys(
  shelf: KeyStore,
  own: KeySecret | undefined,
  { pageEncryption }: DatabaseSettings,
  folders: SystemFolders,
  now: Date,
): Promise<UnlockedKeys> {
  const key = own ?? newEvaluationKey();
  const document = newSlotDocument(key.kind, key.secret, pageEncryption, now.toISOString());
  const path = own ? undefined : evaluationKeyPath(folders, document.database);
  if (path) await writeEvaluationKey(path, key); // first: keys.json without it would open nothing
  await shelf.write(serialise(document));
  const written = parse(shelf, (await shelf.read())!); // on a remote database another process may have been first
  if (written.database === document.database) {
    return { document, master: unlock(document, key.kind, key.secret), evaluationKey: path };
  }
  if (path) await Deno.remove(path);
  if (own) return { document: written, master: mustUnlockBy(own, written), evaluationKey: undefined };
  throw new KeysUnavailable("another process made this database's keys just now: start again");
}

function parse(shelf: KeyStore, text: string): SlotDocument {
  try {
    return slotDocument.parse(JSON.parse(text));
  } catch {
    throw new KeysUnavailable(`${shelf.name} is damaged or of a newer program: restore it from a backup`);
  }
}

/** A key that is given may be the clinic's own or the copy of an evaluation key: the day it is needed nobody knows which. */
function mustUnlockBy({ kind, secret }: KeySecret, document: SlotDocument): Uint8Array {
  for (const slot of kind === "key" ? ["key", "evaluation"] as const : [kind]) {
    try {
      return unlock(document, slot, secret);
    } catch (error) {
      if (!(error instanceof WrongKey)) throw error;
    }
  }
  throw new KeysUnavailable("wrong key: it does not open this database's keys. Nothing was changed.");
}

function missingKey({ slots }: SlotDocument, path: string): string {
  if (!slots.some(({ kind }) => kind === "evaluation")) {
    return "this database needs its key: give DOVMS_KEY or DOVMS_KEY_FILE";
  }
  return `the evaluation key is not at ${path}: put it back, give a copy of it with --key-file, ` +
    "or start as the user who made this data folder";
}

function serialise(document: SlotDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
