import { ENTRY_COLUMNS, stored, type StoredEntry } from "./walk.ts";
import type { Port } from "@/db/port/port.ts";

/**
 * The newest entries of the audit that tell of a change to the row `id`, at most `limit`, newest first.
 * @throws DatabaseAway
 */
export async function changesOf(port: Port, id: string, limit: number): Promise<StoredEntry[]> {
  return (await port.read({ sql: CHANGES, args: [id, limit] })).map(stored);
}

const CHANGES = `SELECT ${ENTRY_COLUMNS} FROM audit_change AS changed CROSS JOIN audit
  ON audit.chain = changed.chain AND audit.number = changed.number
  WHERE changed.subject = ?
  ORDER BY changed.at DESC, changed.chain DESC, changed.number DESC LIMIT ?`;
