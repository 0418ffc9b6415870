import { Changes } from "./sync/changes.ts";
import { toEntry } from "./rule/entry.ts";
import { type OnProgress, PersistentIndex } from "./sync/persistent_index.ts";
import type { NameIndex } from "./index/name_index.ts";
import { toProbe } from "./rule/probe.ts";
import { parseSearch, type Query } from "./rule/query.ts";
import { rankOf } from "./rule/rule.ts";
import { Snapshots } from "./snapshot/snapshot.ts";
import { timeSliced } from "./time_slices.ts";
import type { KeyRing } from "@/db/crypto/key_ring.ts";
import type { PatientRecord, PatientRow, Patients } from "@/db/tables/patients.ts";
import type { Port } from "@/db/port/port.ts";
import type { Records } from "@/db/tables/records.ts";

/** A patient whose record is open. */
export type FoundPatient = PatientRow & { readonly record: PatientRecord };

/** What a search found: how many, and the first of them, best first. */
export interface Found {
  readonly total: number;
  readonly rows: readonly FoundPatient[];
}

/** Finds patients: the name index says who, their records say what is shown, and must bear the index out. */
export class PatientFinder {
  readonly #index: PersistentIndex;

  constructor(
    port: Port,
    databaseId: string,
    keys: KeyRing,
    records: Records,
    private readonly patients: Patients,
    onSaveFailed: (error: unknown) => void,
  ) {
    const snapshots = new Snapshots(port, databaseId, keys.page, records);
    this.#index = new PersistentIndex(new Changes(port, patients), snapshots, patients, onSaveFailed);
  }

  /** The index, as current as it was last made. */
  get index(): NameIndex {
    return this.#index.index;
  }

  /**
   * The patients that a search finds, at most `limit` of them; rule.ts says who is found, and in which order.
   * @throws DatabaseUnavailable
   */
  async find(search: string, limit: number): Promise<Found> {
    await this.#index.current();
    const query = parseSearch(search);
    for (;;) {
      const { total, hits } = this.index.search(query, limit);
      const rows = await this.patients.byIds(hits.map(({ id }) => id));
      const confirmed = await timeSliced.foreground(confirmHits(query, rows));
      if (confirmed.length === hits.length) return { total, rows: confirmed };
      const known = new Set(confirmed.map(({ id }) => id));
      this.#index.quarantine(hits.map(({ id }) => id).filter((id) => !known.has(id))); // others take their places
    }
  }

  /**
   * The patients that may be somebody who is described, at most `most` of them: see name_index/probe.ts. Of the
   * description only the name, the phone numbers and the birth date count.
   * @param days on which they may be born (days since 1970-01-01, ascending); undefined when any will do
   * @throws DatabaseUnavailable
   */
  async findCandidates(
    described: Pick<PatientRecord, "full_name" | "contact_details">,
    days: readonly number[] | undefined,
    most: number,
  ): Promise<FoundPatient[]> {
    await this.#index.current();
    const probe = toProbe(described, days);
    const rows = await this.patients.byIds(this.index.findCandidates(probe, most));
    return rows.filter((row): row is FoundPatient => row.voidedAt === null && !(row.record instanceof Error));
  }

  /** The highest file number so far that is a plain number; "0" when there is none. @throws DatabaseUnavailable */
  async highestFileNumber(): Promise<string> {
    await this.#index.current();
    return this.#index.highest.value;
  }

  /** Loads the index, or builds it where it was never kept, and tells how far it is. @throws DatabaseUnavailable */
  load(onProgress: OnProgress = () => {}): Promise<void> {
    return this.#index.warmUp(onProgress);
  }

  /** Keeps the index in the database now, rather than when enough has changed. @throws DatabaseUnavailable | StatementFailed */
  saveNow(): Promise<void> {
    return this.#index.saveNow();
  }

  /** Resolves when nothing is being kept. */
  whenIdle(): Promise<void> {
    return this.#index.whenIdle();
  }

  /** Leaves what is being kept undone. */
  close(): Promise<void> {
    return this.#index.close();
  }
}

/**
 * Those whose records bear the index out: another process may have changed a patient since it was read, and SQL may have
 * done anything. Yields after each, so that others get their turn.
 */
function* confirmHits(query: Query, rows: readonly PatientRow[]): Generator<void, FoundPatient[]> {
  const borneOut: FoundPatient[] = [];
  for (const row of rows) {
    if (matchesRecord(query, row)) borneOut.push(row);
    yield;
  }
  return borneOut;
}

/** As it is spelt first: that is mostly so, and costs a third. */
function matchesRecord(query: Query, row: PatientRow): row is FoundPatient {
  const { id, voidedAt, record } = row;
  if (voidedAt !== null || record instanceof Error) return false;
  const entry = toEntry(id, record);
  return rankOf(query, entry, false) !== undefined || rankOf(query, entry, true) !== undefined;
}
