import { join } from "node:path";
import Database from "libsql";

/** Runs SQL on a stopped clinic's file past everything the program does. Its pages must be plain. */
export function runSql(folder: string, ...statements: string[]): unknown[][] {
  const database = new Database(join(folder, "data", "dovms.db"));
  try {
    let rows: unknown[][] = [];
    for (const sql of statements) {
      const statement = database.prepare(sql);
      if (statement.reader) rows = statement.raw(true).all() as unknown[][];
      else statement.run();
    }
    database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").all(); // so that the next opening has nothing to move
    return rows;
  } finally {
    database.close();
  }
}
