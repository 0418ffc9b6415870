import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { openLocal } from "@/db/port/local.ts";
import { DatabaseUnavailable, type Port, type Row, type Statement } from "@/db/port/port.ts";

/**
 * A database that several processes of a test speak to, and that can be put back to an older state under them, as a
 * server's can. They share the one connection that a file may have.
 */
export class SharedDatabase {
  readonly #opened: Port[] = [];
  #copies = 0;
  #file: string;
  #connection: Port;

  /** On a copy of a file, in a folder for this and other copies. */
  constructor(private readonly folder: string, file: string) {
    this.#file = this.#copyOf(file);
    this.#connection = this.#open(this.#file);
  }

  get connection(): Port {
    return this.#connection;
  }

  /** A copy of the files as they lie there at this moment, log and all, whatever is under way. @returns its path */
  copy(): string {
    return this.#copyOf(this.#file);
  }

  /** From now on everybody speaks to a copy of this file. */
  putInPlace(file: string): void {
    this.#file = this.#copyOf(file);
    this.#connection = this.#open(this.#file);
  }

  close(): void {
    for (const connection of this.#opened) connection.close();
  }

  #copyOf(file: string): string {
    const to = join(this.folder, `${++this.#copies}.db`);
    copyFileSync(file, to);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${to}-wal`);
    return to;
  }

  #open(file: string): Port {
    const connection = openLocal(file, undefined);
    this.#opened.push(connection);
    return connection;
  }
}

/**
 * The port of one process, which can be killed: what it sends from then on does not arrive. It never waits for the disk,
 * which these tests are not about.
 */
export class ProcessPort implements Port {
  #isDead = false;
  #written = 0;
  #then: { readonly after: number; readonly act: () => void } | undefined;

  constructor(private readonly database: SharedDatabase) {}

  /** Does something when so many more statements of a snapshot were written, before the next one is. */
  afterSnapshotWrites(count: number, act: () => void): void {
    this.#then = { after: this.#written + count, act };
  }

  /** Does what was to be done after more statements than there were. */
  actNow(): void {
    const then = this.#then;
    this.#then = undefined;
    then?.act();
  }

  kill(): void {
    this.#isDead = true;
  }

  read(statement: Statement): Promise<Row[]> {
    return this.#isDead ? unreachable() : this.database.connection.read(statement);
  }

  readOne(statement: Statement): Promise<Row | undefined> {
    return this.#isDead ? unreachable() : this.database.connection.readOne(statement);
  }

  write(statements: readonly Statement[], _durable: boolean): Promise<void> {
    const isOfSnapshot = statements.some(({ sql }) => sql.includes("name_index"));
    if (isOfSnapshot && this.#then && this.#written >= this.#then.after) this.actNow();
    if (isOfSnapshot) this.#written++;
    return this.#isDead ? unreachable() : this.database.connection.write(statements, false);
  }

  close(): void {
    // The connection is everybody's.
  }
}

function unreachable(): Promise<never> {
  return Promise.reject(new DatabaseUnavailable("unreachable"));
}
