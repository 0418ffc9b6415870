import { schemaOf } from "@/db/migrations.ts";
import type { Port } from "@/db/port/port.ts";
import type { KeyStore } from "./unlock_keys.ts";

/**
 * The slot document of a remote database, kept in the database: there is no data folder, and every process on the
 * database needs the same one. It opens nothing without a key.
 */
export function remoteKeyStore(port: Port): KeyStore {
  return {
    name: "the slot document in the database",
    read: () => read(port),
    write: (text) => write(port, text),
  };
}

async function read(port: Port): Promise<string | undefined> {
  const found = await port.read({ sql: "SELECT 1 FROM sqlite_master WHERE name = 'key_slots'", args: [] });
  if (found.length === 0) {
    if (await schemaOf(port) > 0) throw new Error("the database has a schema but no slot document");
    return undefined;
  }
  const rows = await port.read({ sql: "SELECT document FROM key_slots", args: [] });
  return rows[0]?.[0] as string | undefined;
}

/** The first process's document stays; a later one may only note that the database was made. */
async function write(port: Port, text: string): Promise<void> {
  await port.write([
    {
      sql:
        "CREATE TABLE IF NOT EXISTS key_slots (id INTEGER PRIMARY KEY CHECK (id = 1), document TEXT NOT NULL)",
      args: [],
    },
    {
      sql: "INSERT INTO key_slots (id, document) SELECT 1, ? WHERE NOT EXISTS (SELECT 1 FROM key_slots)",
      args: [text],
    },
  ], true);
}
