import { subkey } from "@/db/crypto/derive.ts";
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

/** Where the slot document is stored: `keys.json` in the data folder, or a row of a remote database. */
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
  /** The path of the evaluation key if that is what opened it; undefined with the clinic's own key. */
  readonly evaluationKey: string | undefined;
}

/** The keys cannot be unlocked; the message says what to do. Nothing was written. */
export class KeysUnavailable extends Error {
  override name = "KeysUnavailable";
}

/**
 * Unlocks the keys of a key store, or creates new ones where it has none.
 * @param ownKey the clinic's own key, or undefined for the evaluation key
 * @throws KeysUnavailable | UsageError
 */
export async function unlockKeys(
  keyStore: KeyStore,
  ownKey: KeySecret | undefined,
  settings: DatabaseSettings,
  folders: SystemFolders,
  now: Date,
): Promise<UnlockedKeys> {
  const text = await keyStore.read();
  if (text === undefined) return await makeKeys(keyStore, ownKey, settings, folders, now);
  const document = parse(keyStore, text);
  if (ownKey) return { document, master: unlockWith(ownKey, document), evaluationKey: undefined };
  const path = evaluationKeyPath(folders, document.database);
  const evaluation = await readEvaluationKey(path);
  if (!evaluation) throw new KeysUnavailable(missingKey(document, path));
  return { document, master: unlockWith(evaluation, document), evaluationKey: path };
}

/** The key of libSQL's page encryption, 32 bytes; undefined where it is switched off. */
export function pageKeyOf({ document, master }: UnlockedKeys): Uint8Array | undefined {
  return document.page_encryption ? subkey(master, "pages") : undefined;
}

/** Notes that the database has been made, so that a missing one is later known to be lost. */
export async function noteDatabaseMade(keyStore: KeyStore, document: SlotDocument): Promise<void> {
  if (!document.database_made) await keyStore.write(serialise({ ...document, database_made: true }));
}

async function makeKeys(
  keyStore: KeyStore,
  ownKey: KeySecret | undefined,
  { pageEncryption }: DatabaseSettings,
  folders: SystemFolders,
  now: Date,
): Promise<UnlockedKeys> {
  const key = ownKey ?? newEvaluationKey();
  const document = newSlotDocument(key.kind, key.secret, pageEncryption, now.toISOString());
  const path = ownKey ? undefined : evaluationKeyPath(folders, document.database);
  if (path) await writeEvaluationKey(path, key); // before keys.json, which opens nothing without it
  await keyStore.write(serialise(document));
  const written = parse(keyStore, (await keyStore.read())!); // on a remote database another process may have been first
  if (written.database === document.database) {
    return { document, master: unlock(document, key.kind, key.secret), evaluationKey: path };
  }
  if (path) await Deno.remove(path);
  if (ownKey) return { document: written, master: unlockWith(ownKey, written), evaluationKey: undefined };
  throw new KeysUnavailable("another process made this database's keys just now: start again");
}

function parse(keyStore: KeyStore, text: string): SlotDocument {
  try {
    return slotDocument.parse(JSON.parse(text));
  } catch {
    throw new KeysUnavailable(`${keyStore.name} is damaged or of a newer program: restore it from a backup`);
  }
}

/** A configured key may be the clinic's own or the copy of an evaluation key: both kinds of slots are tried. */
function unlockWith({ kind, secret }: KeySecret, document: SlotDocument): Uint8Array {
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
