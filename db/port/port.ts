/** The values of SQL. */
export type Value = string | number | null | Uint8Array;
export type Row = readonly Value[];

/** One SQL statement with its values in the order of its question marks. */
export interface Statement {
  readonly sql: string;
  readonly args: readonly Value[];
}

/**
 * The interface to a libSQL database, with two implementations: local.ts (a file, through `libsql`) and remote.ts (a
 * server, through `@libsql/client/web`). What belongs in this folder is how statements reach a database, and which of its
 * errors the program sees; not what they say.
 */
export interface Port {
  /** The rows of one reading statement, each a plain array of its columns. @throws DatabaseUnavailable */
  read(statement: Statement): Promise<Row[]>;

  /** The first row alone; locally a quarter of what read() costs. @throws DatabaseUnavailable */
  readOne(statement: Statement): Promise<Row | undefined>;

  /**
   * Writes all statements in one transaction, or none. `durable` waits until the disk has it; without it the commit
   * outlives the process but, until the next durable one, not a power failure.
   * @throws StatementFailed naming the statement that failed @throws DatabaseUnavailable
   */
  write(statements: readonly Statement[], durable: boolean): Promise<void>;

  close(): void;
}

/** A statement of a write was refused by a constraint or by RAISE. It carries no value of the statement. */
export class StatementFailed extends Error {
  override name = "StatementFailed";
  /**
   * @param index which statement of the write failed, from 0
   * @param reason RAISE's own text (a code), or the columns whose constraint failed, e.g. `patient_file_tag.epoch`
   */
  constructor(readonly index: number, readonly reason: string) {
    super(`a statement was refused: ${reason}`);
  }
}

/** The database cannot be reached or cannot work now (no connection, busy, disk full). Trying again may help. */
export class DatabaseUnavailable extends Error {
  override name = "DatabaseUnavailable";
  constructor(readonly reason: "unreachable" | "busy" | "full" | "damaged" | "failed") {
    super(`the database is unavailable: ${reason}`);
  }
}

/**
 * The reason in SQLite's message about a refused statement, without the values that may be in it.
 * "UNIQUE constraint failed: staff.username_tag" → "staff.username_tag"; RAISE's text stays as it is.
 */
export function refusalReason(message: string): string {
  const constraint = /constraint failed: ([\w.]+)/.exec(message);
  if (constraint?.[1]) return constraint[1];
  const raised = /^(?:SQLite error: |SQLITE_CONSTRAINT\w*: )*([a-z_]+)$/.exec(message.trim());
  return raised?.[1] ?? "constraint";
}
