import { schemaOf } from "@/db/migrations.ts";
import { KeySlots } from "@/db/tables/key_slots.ts";
import type { Port } from "@/db/port/port.ts";
import { type KeyStore, KeysUnavailable } from "./unlock_keys.ts";

/**
 * The slot document of a remote database is in the database: there is no data folder, and every process on the database
 * needs the same one. It opens nothing without a key.
 */
export function remoteKeyStore(port: Port): KeyStore {
  const slots = new KeySlots(port);
  return {
    name: "the slot document in the database",
    read: async () => await slots.read() ?? await missing(port),
    write: (text) => slots.insert(text),
  };
}

/** Only a new database has no document. New keys for one that holds data would shut it for good. */
async function missing(port: Port): Promise<undefined> {
  if (await schemaOf(port) === 0) return undefined;
  throw new KeysUnavailable("the database has no slot document: restore it from a backup");
}
