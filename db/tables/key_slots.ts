import { createKeySlots } from "@/db/migrations/0004_key_slots.ts";
import type { Port } from "@/db/port/port.ts";

/**
 * The slot document (see crypto/slots.ts) of a database that has no data folder for it. It is read and written before
 * the key ring and the schema exist.
 */
export class KeySlots {
  constructor(private readonly port: Port) {}

  /** The document's text; undefined where none was stored. @throws DatabaseUnavailable */
  async read(): Promise<string | undefined> {
    const tables = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'key_slots'";
    if ((await this.port.read({ sql: tables, args: [] })).length === 0) return undefined;
    const rows = await this.port.read({ sql: "SELECT document FROM key_slots", args: [] });
    return rows[0]?.[0] as string | undefined;
  }

  /** Stores the document where there is none: of two processes that start at once, the first one's is used by both. */
  async insert(document: string): Promise<void> {
    const insert =
      "INSERT INTO key_slots (id, document) SELECT 1, ? WHERE NOT EXISTS (SELECT 1 FROM key_slots)";
    await this.port.write([{ sql: createKeySlots, args: [] }, { sql: insert, args: [document] }], true);
  }
}
