import { ENTRY_COLUMNS, type StoredEntry, toStoredEntry } from "./walk.ts";
import type { Port } from "@/db/port/port.ts";

/**
 * The newest audit entries about changes of the row `id`, at most `limit`, newest first.
 * @throws DatabaseUnavailable
 */
export async function readChangesOf(port: Port, id: string, limit: number): Promise<StoredEntry[]> {
  return (await port.read({ sql: CHANGES, args: [id, limit] })).map(toStoredEntry);
}

const CHANGES = `SELECT ${ENTRY_COLUMNS} FROM audit_change AS changed CROSS JOIN audit
  ON audit.chain = changed.chain AND audit.number = changed.number
  WHERE changed.subject = ?
  ORDER BY changed.at DESC, changed.chain DESC, changed.number DESC LIMIT ?`;
