import { KeyRing, type KeyRingContents, newKeyRing, sealingKey } from "@/db/crypto/key_ring.ts";
import { subkey } from "@/db/crypto/derive.ts";
import { open, seal } from "@/db/crypto/seal.ts";
import type { Place } from "@/db/crypto/associated_data.ts";
import type { Port, Statement } from "@/db/port/port.ts";

/** The keys belong to another database than the one opened. */
export class ForeignDatabase extends Error {
  override name = "ForeignDatabase";
  constructor() {
    super("the keys belong to another database than this one");
  }
}

/** The id of a database; undefined when it is new. @throws DatabaseUnavailable */
export async function readDatabaseId(port: Port): Promise<string | undefined> {
  const rows = await port.read({ sql: "SELECT value FROM meta WHERE key = 'database'", args: [] });
  return rows[0]?.[0] as string | undefined;
}

/**
 * Gives a new database its id and its first key ring, sealed by the master key (32 bytes). Of two processes
 * that start on one empty database the first one's are used by both. @throws DatabaseUnavailable
 */
export async function initialiseDatabase(port: Port, databaseId: string, master: Uint8Array): Promise<void> {
  const ring = sealRing(databaseId, master, 1, newKeyRing());
  await port.write([
    insertUnless("meta (key, value)", "'database', ?", "SELECT 1 FROM meta WHERE key = 'database'", [
      databaseId,
    ]),
    insertUnless("key_ring (id, version, record)", "1, 1, ?", "SELECT 1 FROM key_ring", [ring]),
  ], true);
}

/** The key ring. @throws ForeignDatabase | UnreadableRecord | DatabaseUnavailable */
export async function loadKeyRing(port: Port, databaseId: string, master: Uint8Array): Promise<KeyRing> {
  if (await readDatabaseId(port) !== databaseId) throw new ForeignDatabase();
  const rows = await port.read({ sql: "SELECT version, record FROM key_ring WHERE id = 1", args: [] });
  if (!rows[0]) throw new ForeignDatabase();
  const [version, record] = rows[0];
  return new KeyRing(openRing(databaseId, master, version as number, record as Uint8Array));
}

function sealRing(
  databaseId: string,
  master: Uint8Array,
  version: number,
  ring: KeyRingContents,
): Uint8Array {
  return seal(databaseId, sealingKey(0, subkey(master, "key-ring")), ringPlace(version), ring);
}

function openRing(databaseId: string, master: Uint8Array, version: number, sealed: Uint8Array): unknown {
  return open(databaseId, () => sealingKey(0, subkey(master, "key-ring")), ringPlace(version), sealed);
}

function ringPlace(version: number): Place {
  return { table: "key_ring", column: "record", id: "1", version, readableColumns: [] };
}

function insertUnless(into: string, values: string, unless: string, args: Statement["args"]): Statement {
  return { sql: `INSERT INTO ${into} SELECT ${values} WHERE NOT EXISTS (${unless})`, args };
}
