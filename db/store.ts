import { AuditChain, chainHeads } from "./audit/chain.ts";
import { type AuditEntry, type ChainHead, MAX_SUBJECTS } from "./audit/entry.ts";
import type { Change } from "./tables/change.ts";
import type { KeyRing } from "./crypto/key_ring.ts";
import type { UnreadableRecord } from "./crypto/seal.ts";
import { ChainWitness } from "./audit/witness.ts";
import { Departments } from "./tables/departments.ts";
import { Directory } from "./directory.ts";
import { initialiseDatabase, loadKeyRing, readDatabaseId } from "./tables/key_ring.ts";
import { migrate, NewerSchema, newestSchema, schemaOf } from "./migrations.ts";
import { PatientFinder } from "./name_index/patient_finder.ts";
import { Patients } from "./tables/patients.ts";
import { DatabaseUnavailable, type Port } from "./port/port.ts";
import { Records } from "./tables/records.ts";
import { Sessions } from "./tables/sessions.ts";
import { Staff } from "./tables/staff.ts";
import { advanceSequence, drizzleOver } from "./tables/statement.ts";
import { Visits } from "./tables/visits.ts";
import { Writer } from "./writer.ts";

export interface StoreSettings {
  readonly port: Port;
  /** The id in the slot document, and the master key (32 bytes) that was unwrapped from it. */
  readonly databaseId: string;
  readonly master: Uint8Array;
  /** Whether other processes write to the same database (a remote one). */
  readonly shared: boolean;
  readonly now: () => Date;
  /** Called when a task fails that no request waits for. It will be tried again. */
  readonly onBackgroundFailure: (task: string, error: unknown) => void;
}

/** An audit entry without its subjects, which are taken from the changes. */
export type AuditHeader = Omit<AuditEntry, "subjects">;

/** One open database: its rows by table, the one way to write to it, and what is cached of it. */
export class Store {
  readonly patients: Patients;
  readonly finder: PatientFinder;
  readonly visits: Visits;
  readonly departments: Departments;
  readonly staff: Staff;
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly #writer: Writer;
  #witness: ChainWitness | undefined;
  readonly #unreadable = new Set<string>();

  private constructor(
    readonly port: Port,
    readonly databaseId: string,
    readonly keys: KeyRing,
    readonly chain: AuditChain,
    { shared, now, onBackgroundFailure }: StoreSettings,
  ) {
    const db = drizzleOver(port);
    const records = new Records(databaseId, keys, (error) => this.#reportUnreadable(error, now()));
    this.patients = new Patients(db, records, keys);
    const onSaveFailed = (error: unknown) => onBackgroundFailure("save the name index", error);
    this.finder = new PatientFinder(port, databaseId, keys, records, this.patients, onSaveFailed);
    this.visits = new Visits(db, records);
    this.departments = new Departments(db, records, keys);
    this.staff = new Staff(db, records, keys);
    this.sessions = new Sessions(db, records);
    this.directory = new Directory(port, this, shared, now);
    this.#writer = new Writer(port, chain);
  }

  /**
   * Opens a database, creates it if it is empty, and migrates it to this program's schema.
   * @throws NewerSchema | ForeignDatabase before anything is written @throws DatabaseUnavailable
   */
  static async open(settings: StoreSettings): Promise<Store> {
    const { port, databaseId, master, shared, now } = settings;
    const schema = await schemaOf(port);
    if (schema > newestSchema) throw new NewerSchema(schema); // before its key ring, which may have another format
    const isInitialised = schema > 0 && await readDatabaseId(port) !== undefined; // not with tables alone, after a start that was cut short
    if (isInitialised) await loadKeyRing(port, databaseId, master); // refuses another database before anything is changed
    await migrate(port);
    if (!isInitialised) await initialiseDatabase(port, databaseId, master);
    const keys = await loadKeyRing(port, databaseId, master);
    const store = new Store(port, databaseId, keys, new AuditChain(keys.audit), settings);
    await store.directory.catchUp();
    await store.audit(
      { ...systemEntry("system.start", now()), subjects: { heads: await chainHeads(port) } },
      true,
    );
    if (shared) store.#witness = store.#startWitness(now);
    return store;
  }

  /**
   * Writes changes and their audit entry as one unit, and resolves once it is on the disk.
   * @throws StatementFailed when a condition or constraint refused it; nothing was written @throws DatabaseUnavailable
   */
  async commit(changes: readonly Change[], header: AuditHeader): Promise<void> {
    const sequences = [...new Set(changes.map(({ sequence }) => sequence))];
    const statements = [...sequences.map(advanceSequence), ...changes.flatMap((change) => change.statements)];
    await this.#writer.write({
      statements,
      audit: { ...header, subjects: subjectsOfChanges(changes) },
      durable: true,
    });
    if (sequences.includes("access")) await this.#refreshDirectory();
  }

  /** Writes an audit entry alone. A read's need not be `durable`. @throws DatabaseUnavailable */
  audit(entry: AuditEntry, durable: boolean): Promise<void> {
    return this.#writer.write({ statements: [], audit: entry, durable });
  }

  /** The commit has happened even if it cannot be read back now: the directory then knows that it is stale. */
  async #refreshDirectory(): Promise<void> {
    try {
      await this.directory.catchUp();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
    }
  }

  /** A record that does not open may have been tampered with: it is audited once by each process. */
  #reportUnreadable({ table, id }: UnreadableRecord, now: Date): void {
    const key = `${table} ${id}`;
    if (this.#unreadable.has(key) || this.#unreadable.size >= MAX_REPORTED) return;
    this.#unreadable.add(key);
    const entry = { ...systemEntry("record.open", now), outcome: "failed" as const };
    this.audit({ ...entry, subjects: { rows: [{ table, id }] } }, true).catch(() =>
      this.#unreadable.delete(key)
    );
  }

  #startWitness(now: () => Date): ChainWitness {
    const writeHeads = (heads: ChainHead[]) =>
      this.audit({ ...systemEntry("system.witness", now()), subjects: { heads } }, true);
    return new ChainWitness(this.port, () => this.chain.id, writeHeads);
  }

  /** Waits for what is being written, syncs and closes. */
  async close(): Promise<void> {
    this.#witness?.stop();
    await this.finder.close();
    await this.#writer.drain();
    this.port.close();
  }
}

const MAX_REPORTED = 10_000; // enough to see that a whole table is damaged

/** The header of what the program does by itself, for no user. */
export function systemEntry(action: string, now: Date): AuditHeader {
  return { at: now.toISOString(), actor: null, session: null, action, outcome: "done", source: null };
}

function subjectsOfChanges(changes: readonly Change[]): AuditEntry["subjects"] {
  if (changes.length > MAX_SUBJECTS) return { bulk: changes.length, of: changes[0]!.subject.table };
  return { rows: changes.map(({ subject }) => subject) };
}
