import { Changes } from "./sync/changes.ts";
import { toEntry } from "./rule/entry.ts";
import { type OnProgress, PersistentIndex } from "./sync/persistent_index.ts";
import type { NameIndex } from "./index/name_index.ts";
import { toProbe } from "./rule/probe.ts";
import { parseSearch, type Query } from "./rule/query.ts";
import { rankOf } from "./rule/rule.ts";
import { Snapshots } from "./snapshot/snapshot.ts";
import { timeSliced } from "@/db/time_slices.ts";
import type { KeyRing } from "@/db/crypto/key_ring.ts";
import type { OpenPatientRow, PatientRecord, PatientRow, Patients } from "@/db/tables/patients.ts";
import type { Port } from "@/db/port/port.ts";
import type { Records } from "@/db/tables/records.ts";

/** What a search found: how many, and the first of them, best first. */
export interface Found {
  readonly total: number;
  readonly rows: readonly OpenPatientRow[];
}

/**
 * Finds patients: the index gives their ids, one SELECT their rows, and a hit that its record does not confirm is dropped.
 * In name_index/ belongs all that finds patients by name, file number or phone. To be read in the order rule/ (what
 * matches), dictionary/ (texts), segment/ (many patients), index/ (segments), snapshot/ (stored), sync/ (kept current).
 */
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

  /** The index as of the last search. */
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
      this.#index.quarantine(hits.map(({ id }) => id).filter((id) => !known.has(id))); // the next hits take their places
    }
  }

  /**
   * The patients who may be the person described, at most `limit`: see rule/probe.ts.
   * @param days of birth that are possible (days since 1970-01-01, ascending); undefined when any will do
   * @throws DatabaseUnavailable
   */
  async findCandidates(
    described: Pick<PatientRecord, "full_name" | "contact_details">,
    days: readonly number[] | undefined,
    limit: number,
  ): Promise<OpenPatientRow[]> {
    await this.#index.current();
    const probe = toProbe(described, days);
    const rows = await this.patients.byIds(this.index.findCandidates(probe, limit));
    return rows.filter((row): row is OpenPatientRow =>
      row.voidedAt === null && !(row.record instanceof Error)
    );
  }

  /** The highest file number so far that is a plain number; "0" when there is none. @throws DatabaseUnavailable */
  async highestFileNumber(): Promise<string> {
    await this.#index.current();
    return this.#index.highest.value;
  }

  /** Loads the index, or builds it where there is no snapshot, with progress. @throws DatabaseUnavailable */
  load(onProgress: OnProgress = () => {}): Promise<void> {
    return this.#index.load(onProgress);
  }

  /** Saves a snapshot of the index now, rather than when enough has changed. @throws DatabaseUnavailable | StatementFailed */
  saveNow(): Promise<void> {
    return this.#index.saveNow();
  }

  /** Resolves when no segments are being merged and no snapshot is being saved. */
  whenIdle(): Promise<void> {
    return this.#index.whenIdle();
  }

  /** Stops merging and saving. */
  close(): Promise<void> {
    return this.#index.close();
  }
}

/**
 * The patients whose records match the search: another process may have changed a patient since the index read them, and
 * SQL may have done anything. Yields after each.
 */
function* confirmHits(query: Query, rows: readonly PatientRow[]): Generator<void, OpenPatientRow[]> {
  const confirmed: OpenPatientRow[] = [];
  for (const row of rows) {
    if (matchesRecord(query, row)) confirmed.push(row);
    yield;
  }
  return confirmed;
}

/** Without spelling mistakes first: that is the usual case, and costs a third. */
function matchesRecord(query: Query, row: PatientRow): row is OpenPatientRow {
  const { id, voidedAt, record } = row;
  if (voidedAt !== null || record instanceof Error) return false;
  const entry = toEntry(id, record);
  return rankOf(query, entry, false) !== undefined || rankOf(query, entry, true) !== undefined;
}
