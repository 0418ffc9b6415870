import { Buffer } from "node:buffer";
import Database from "libsql";
import {
  DatabaseUnavailable,
  type Port,
  refusalReason,
  type Row,
  type Statement,
  StatementFailed,
} from "./port.ts";

/**
 * A libSQL file in this process, on one connection with every statement prepared once: a point read takes 10 µs
 * (59 through @libsql/client). Calls are synchronous and block the event loop, the disk's sync included.
 *
 * @param pageKey 32 bytes for libSQL's page encryption, or undefined for a plain file
 * @throws DatabaseUnavailable when the file cannot be opened
 */
export function openLocal(path: string, pageKey: Uint8Array | undefined): Port {
  return translateErrors(() => new LocalPort(connect(path, pageKey)));
}

function connect(path: string, pageKey: Uint8Array | undefined): Database.Database {
  const connection = new Database(path, encryption(pageKey));
  // One process owns the file and one connection writes (cli/data_folder.ts locks the folder): libSQL's SQLite 3.45
  // can lose a commit when two write or checkpoint at once.
  for (const pragma of PRAGMAS) connection.exec(`PRAGMA ${pragma}`);
  return connection;
}

function encryption(pageKey: Uint8Array | undefined): Database.Options {
  if (!pageKey) return {};
  return {
    encryptionCipher: "aes256cbc",
    encryptionKey: Buffer.from(pageKey).toString("hex"),
  } as Database.Options;
}

const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "cache_size = -16000", // 16 MB of pages: 64 MB made nothing quicker at 20,000 patients and cost 50 MB of memory
  "temp_store = MEMORY", // so that no sort writes patient data into the temporary folder
  "secure_delete = ON",
];

class LocalPort implements Port {
  readonly #connection: Database.Database;
  readonly #prepared = new Map<string, Database.Statement>();
  #durable = true;

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  // deno-lint-ignore require-await -- a promise on every path, so that an error is a rejection as it is on the remote
  async read({ sql, args }: Statement): Promise<Row[]> {
    return translateErrors(() => this.#prepare(sql).all(args) as Row[]);
  }

  // deno-lint-ignore require-await -- as above
  async readOne({ sql, args }: Statement): Promise<Row | undefined> {
    return translateErrors(() => this.#prepare(sql).get(args) as Row | undefined);
  }

  // deno-lint-ignore require-await -- as above
  async write(statements: readonly Statement[], durable: boolean): Promise<void> {
    translateErrors(() => {
      this.#setDurable(durable);
      this.#run("BEGIN IMMEDIATE");
      try {
        statements.forEach((statement, index) => this.#runNth(statement, index));
        this.#run("COMMIT");
      } catch (error) {
        if (this.#connection.inTransaction) this.#run("ROLLBACK");
        throw error;
      }
    });
  }

  close(): void {
    this.#checkpoint();
    this.#prepared.clear();
    this.#connection.close();
  }

  /** So that a stopped database is one file to copy. If the disk is full, the log stays beside it. */
  #checkpoint(): void {
    try {
      this.#connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (error) {
      if (!isSqliteError(error)) throw error;
    }
  }

  /** In WAL mode NORMAL does not sync a commit to the disk; the next FULL commit does it for both. */
  #setDurable(durable: boolean): void {
    if (durable === this.#durable) return;
    this.#connection.exec(`PRAGMA synchronous = ${durable ? "FULL" : "NORMAL"}`);
    this.#durable = durable;
  }

  #runNth({ sql, args }: Statement, index: number): void {
    try {
      this.#prepare(sql).run(args);
    } catch (error) {
      if (isConstraint(error)) throw new StatementFailed(index, refusalReason(error.message));
      throw error;
    }
  }

  #run(sql: string): void {
    this.#prepare(sql).run();
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      if (statement.reader) statement = statement.raw(true);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}

interface SqliteError extends Error {
  code: string;
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && typeof (error as Partial<SqliteError>).code === "string";
}

function isConstraint(error: unknown): error is SqliteError {
  return isSqliteError(error) && error.code.startsWith("SQLITE_CONSTRAINT");
}

/** The text of SQLite's own errors may hold values, a patient's name among them: only a reason is passed on. */
function translateErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isSqliteError(error)) throw error;
    const { code } = error;
    throw new DatabaseUnavailable(REASONS.find(([beginning]) => code.startsWith(beginning))?.[1] ?? "failed");
  }
}

const REASONS = [
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_FULL", "full"],
  ["SQLITE_NOTADB", "damaged"], // a wrong page key reads the same
  ["SQLITE_CORRUPT", "damaged"],
] as const;
