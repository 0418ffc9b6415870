import type { Port, Statement } from "./port/port.ts";
import { firstSchema } from "./migrations/0001_first.ts";
import { nameIndexTables } from "./migrations/0002_name_index.ts";
import { auditChange } from "./migrations/0003_audit_change.ts";
import { keySlotsTable } from "./migrations/0004_key_slots.ts";

/**
 * Every change of the schema, the oldest first. What belongs in migrations/ is one file for each, which never changes once
 * it was released. `meta.schema` holds the number of the last one applied.
 */
const migrations: readonly (readonly string[])[] = [
  firstSchema,
  nameIndexTables,
  auditChange,
  keySlotsTable,
];

export const newestSchema = migrations.length;

/** The database was written by a newer program than this one. */
export class NewerSchema extends Error {
  override name = "NewerSchema";
  constructor(readonly found: number) {
    super(`the database has schema ${found}, this program knows schemas up to ${newestSchema}`);
  }
}

/** The schema version of a database; 0 when it is empty. @throws DatabaseUnavailable */
export async function schemaOf(port: Port): Promise<number> {
  const tables = await port.read(
    withoutArgs("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'meta'"),
  );
  if (tables[0]?.[0] === 0) return 0;
  const rows = await port.read(withoutArgs("SELECT value FROM meta WHERE key = 'schema'"));
  return Number(rows[0]?.[0] ?? 0);
}

/**
 * Brings the database to the newest schema. Each migration and its mark are one transaction, so a process killed
 * at any moment leaves the old schema or the new one. Of two processes that start at once, one does the work.
 * @throws NewerSchema before anything is written @throws DatabaseUnavailable
 */
export async function migrate(port: Port): Promise<void> {
  for (let at = await schemaOf(port); at !== newestSchema; at = await schemaOf(port)) {
    if (at > newestSchema) throw new NewerSchema(at);
    const statements = [...migrations[at]!, setSchema(at + 1)].map(withoutArgs);
    await port.write(statements, true).catch(async (error) => {
      if (await schemaOf(port) <= at) throw error; // else another process has done it meanwhile
    });
  }
}

function setSchema(schema: number): string {
  return `INSERT INTO meta (key, value) VALUES ('schema', '${schema}')
    ON CONFLICT (key) DO UPDATE SET value = excluded.value`;
}

function withoutArgs(sql: string): Statement {
  return { sql, args: [] };
}
