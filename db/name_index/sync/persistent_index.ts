import { DatabaseUnavailable } from "@/db/port/port.ts";
import { Coalescer } from "@/db/coalescer.ts";
import type { PatientRecord, PatientRow, Patients } from "@/db/tables/patients.ts";
import type { Changes } from "./changes.ts";
import { type Mark, NOTHING_READ } from "@/db/name_index/mark.ts";
import { type Entry, toEntry } from "@/db/name_index/rule/entry.ts";
import { HighestFileNumber } from "./highest_file_number.ts";
import { NameIndex } from "@/db/name_index/index/name_index.ts";
import type { Snapshots } from "@/db/name_index/snapshot/snapshot.ts";
import { pauses, TimeSlice, timeSliced } from "@/db/time_slices.ts";

/** Called with how many patients have been read of how many, while an index is built. */
export type OnProgress = (done: number, total: number) => void;

const BATCH = 250; // patients: read and opened in about 5 ms
const MIN_CHANGES = 256; // before the next snapshot is saved
const MAX_QUARANTINED = 200; // read again in about 2 ms
const MAX_CHANGES = 8_192; // read again at a start in about 0.2 s

/**
 * The name index of a database, kept current with it: loaded from a snapshot, and from there by the change sequence, so that
 * several processes agree without messages between them. If the database was restored to an older state, the index is
 * built anew.
 */
export class PersistentIndex {
  readonly index = new NameIndex();
  readonly highest = new HighestFileNumber();
  #mark: Mark | undefined;
  /** Patients whose records do not open or contradict the index: they are read again before every search. */
  readonly #quarantined = new Set<string>();
  #changed = 0;
  #saving: Promise<void> | undefined;
  #merging: Promise<void> | undefined;
  /** What went wrong while segments were merged: the next search throws it. */
  #mergeError: { readonly error: unknown } | undefined;
  #closing = false;
  readonly #coalescer: Coalescer;
  #onProgress: OnProgress | undefined;
  #catchingUp: Promise<void> = Promise.resolve();

  constructor(
    private readonly changes: Changes,
    private readonly snapshots: Snapshots,
    private readonly patients: Patients,
    private readonly onSaveFailed: (error: unknown) => void,
  ) {
    this.#coalescer = new Coalescer(() => this.#catchingUp = this.#catchUp());
  }

  /** Resolves when the index is as fresh as the database was at some moment after this call. @throws DatabaseUnavailable */
  current(): Promise<void> {
    return this.#coalescer.current();
  }

  /** Removes patients who are not as the index has them. They are read again before the next search. */
  quarantine(ids: readonly string[]): void {
    for (const id of ids) {
      this.index.remove(id);
      this.#quarantined.add(id);
    }
  }

  /** As current(), with progress where the index has to be built. */
  async load(onProgress: OnProgress): Promise<void> {
    this.#onProgress = onProgress;
    try {
      await this.current();
    } finally {
      this.#onProgress = undefined;
    }
  }

  /** Saves a snapshot now. @throws DatabaseUnavailable | StatementFailed */
  async saveNow(): Promise<void> {
    await this.current();
    await this.whenIdle();
    await this.#track(this.#compactAndWrite(timeSliced.foreground));
  }

  /** Resolves when no segments are being merged and no snapshot is being saved. */
  async whenIdle(): Promise<void> {
    while (this.#merging ?? this.#saving) await (this.#merging ?? this.#saving);
  }

  /** Stops merging and saving. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#catchingUp.catch(() => {}); // its callers have got the error
    await this.whenIdle();
  }

  async #catchUp(): Promise<void> {
    this.#throwMergeError();
    const slice = new TimeSlice();
    this.#mark ??= await this.#loadSnapshot();
    const total = this.#mark === NOTHING_READ ? await this.patients.total(true) : 0;
    for (let done = 0, more = true; more;) {
      if (this.#closing && done > 0) throw new DatabaseUnavailable("busy"); // but a search with little to read may finish
      const changed = await this.changes.since(this.#mark, BATCH);
      if (!changed.sameHistory) {
        this.#clear();
        continue;
      }
      await this.#applyAll(changed.rows, slice);
      this.#changed += changed.rows.length;
      this.#mark = changed.mark;
      more = changed.rows.length === BATCH;
      done += changed.rows.length;
      if (total > 0) this.#onProgress?.(done, Math.max(total, done));
      this.#startMerging();
      if (more || total > 0) await this.#merging; // else there would be more and more to merge
      if (more && slice.isOver) await slice.next();
    }
    if (this.#quarantined.size > 0) await this.#retryQuarantined(slice);
    if (this.#isDue()) this.#saveInBackground();
  }

  async #retryQuarantined(turn: TimeSlice): Promise<void> {
    const ids = [...this.#quarantined].slice(0, MAX_QUARANTINED);
    const rows = await this.patients.byIds(ids);
    await this.#applyAll(rows, turn);
    const there = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!there.has(id)) this.#quarantined.delete(id);
  }

  async #loadSnapshot(): Promise<Mark> {
    const snapshot = await this.snapshots.load();
    if (!snapshot) return NOTHING_READ;
    this.index.reset(snapshot.whole);
    this.highest.reset(snapshot.highest);
    for (const id of snapshot.quarantined) this.#quarantined.add(id);
    return snapshot.mark;
  }

  #clear(): void {
    this.index.reset();
    this.highest.reset("0");
    this.#quarantined.clear();
    this.#mark = NOTHING_READ;
    this.#changed = 0;
  }

  /** Patient by patient, so a search in between may find some of them and not the others. */
  async #applyAll(rows: readonly PatientRow[], turn: TimeSlice): Promise<void> {
    const entryOf = rows.length === 1 ? toEntry : toWholeEntry;
    for (const [at, row] of rows.entries()) {
      if (at > 0 && turn.isOver) await turn.next();
      this.#apply(row, entryOf);
    }
  }

  #apply({ id, voidedAt, record }: PatientRow, entryOf: typeof toEntry): void {
    this.#quarantined.delete(id);
    if (record instanceof Error) return this.quarantine([id]);
    if (voidedAt === null) this.index.put(entryOf(id, record));
    else this.index.remove(id);
    this.highest.consider(record.file_number);
  }

  /** Merging a large part of the index takes seconds; searches go on meanwhile. */
  #startMerging(): void {
    if (this.#merging || this.#closing) return;
    const work = this.index.mergeSmall();
    if (work.next().done) return; // the usual case
    this.#merging = timeSliced.foreground(this.#whileOpen(work))
      .catch((error) => void (this.#mergeError = { error }))
      .finally(() => this.#merging = undefined);
  }

  #throwMergeError(): void {
    const failed = this.#mergeError;
    this.#mergeError = undefined;
    if (failed) throw failed.error;
  }

  /** The work, stopped when the index is closed: then its result is undefined. */
  *#whileOpen<T>(work: Generator<void, T>): Generator<void, T | undefined> {
    while (!this.#closing) {
      const step = work.next();
      if (step.done) return step.value;
      yield;
    }
    return undefined;
  }

  #isDue(): boolean {
    const enough = Math.min(Math.max(this.index.size / 16, MIN_CHANGES), MAX_CHANGES);
    return this.#changed >= enough && !this.#saving && !this.#closing;
  }

  /** A snapshot saves time at the next start and nothing else: a failure is reported and nothing else. */
  #saveInBackground(): void {
    const saving = this.#compactAndWrite(timeSliced.background).catch((error) => {
      if (!this.#closing) this.onSaveFailed(error);
    });
    void this.#track(saving);
  }

  async #track(saving: Promise<void>): Promise<void> {
    this.#saving = saving.catch(() => {}).finally(() => this.#saving = undefined);
    await saving;
  }

  async #compactAndWrite(run: typeof timeSliced.background): Promise<void> {
    await this.#merging; // compact() would wait for it too, but without a rest
    const mark = this.#mark!;
    const highest = this.highest.value;
    const quarantined = [...this.#quarantined];
    if (quarantined.length > MAX_QUARANTINED) return; // something is badly wrong: better to build anew at the next start
    this.#changed = 0;
    const whole = await run(this.#whileOpen(this.index.compact()));
    if (!whole || this.#closing) return;
    const pause = run === timeSliced.background ? pauses.background() : pauses.foreground();
    await this.snapshots.save({ whole, mark, highest, quarantined }, async () => {
      await pause();
      if (this.#closing) throw new DatabaseUnavailable("busy");
    });
  }
}

/** An entry whose lazy parts are computed: otherwise it would be done for 64 of them at once, in one slice. */
function toWholeEntry(id: string, record: PatientRecord): Entry {
  const entry = toEntry(id, record);
  void entry.sounds;
  void entry.phones;
  return entry;
}
