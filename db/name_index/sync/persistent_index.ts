import { DatabaseUnavailable } from "@/db/port/port.ts";
import { Coalescer } from "@/db/coalescer.ts";
import type { PatientRecord, PatientRow, Patients } from "@/db/tables/patients.ts";
import type { Changes } from "./changes.ts";
import { type Mark, NOTHING_READ } from "@/db/name_index/mark.ts";
import { type Entry, toEntry } from "@/db/name_index/rule/entry.ts";
import { HighestFileNumber } from "./highest_file_number.ts";
import { NameIndex } from "@/db/name_index/index/name_index.ts";
import type { Snapshots } from "@/db/name_index/snapshot/snapshot.ts";
import { pausing, TimeSlice, timeSliced } from "@/db/name_index/time_slices.ts";

/** Tells how far the building of an index is. */
export type OnProgress = (done: number, total: number) => void;

const BATCH = 250; // patients: read and opened within some 5 ms
const MIN_CHANGES = 256; // before a snapshot is made again
const MAX_QUARANTINED = 200; // looked at again in some 2 ms
const MAX_CHANGES = 8_192; // read again at a start in some 0.2 s

/**
 * Keeps the name index current with its database: from a snapshot, and from there by the change sequence, so that several
 * processes agree with no message between them. Where the database is not the one that was read, it begins anew.
 */
export class PersistentIndex {
  readonly index = new NameIndex();
  readonly highest = new HighestFileNumber();
  #mark: Mark | undefined;
  /** Whose records did not open, or did not bear the index out: they are read again before every search. */
  readonly #quarantined = new Set<string>();
  #changed = 0;
  #saving: Promise<void> | undefined;
  #merging: Promise<void> | undefined;
  /** What went wrong while it tidied up: the next search says so. */
  #mergeError: { readonly error: unknown } | undefined;
  #closing = false;
  readonly #coalescer: Coalescer;
  #onProgress: OnProgress | undefined;
  #catching: Promise<void> = Promise.resolve();

  constructor(
    private readonly changes: Changes,
    private readonly snapshots: Snapshots,
    private readonly patients: Patients,
    private readonly onSaveFailed: (error: unknown) => void,
  ) {
    this.#coalescer = new Coalescer(() => this.#catching = this.#catchUp());
  }

  /** Resolves when the index is as fresh as the database was at some moment after this call. @throws DatabaseUnavailable */
  current(): Promise<void> {
    return this.#coalescer.current();
  }

  /** Takes those out who are not as the index has them. They are looked at again before the next search. */
  quarantine(ids: readonly string[]): void {
    for (const id of ids) {
      this.index.remove(id);
      this.#quarantined.add(id);
    }
  }

  /** As current(), telling how far it is where the index has to be built. */
  async warmUp(onProgress: OnProgress): Promise<void> {
    this.#onProgress = onProgress;
    try {
      await this.current();
    } finally {
      this.#onProgress = undefined;
    }
  }

  /** Makes and writes a snapshot now. @throws DatabaseUnavailable | StatementFailed */
  async saveNow(): Promise<void> {
    await this.current();
    await this.whenIdle();
    await this.#track(this.#compactAndWrite(timeSliced.foreground));
  }

  /** Resolves when nothing is being tidied up, and no snapshot being made. */
  async whenIdle(): Promise<void> {
    while (this.#merging ?? this.#saving) await (this.#merging ?? this.#saving);
  }

  /** Gives up what is being made, and makes nothing more. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#catching.catch(() => {}); // who asked has been told
    await this.whenIdle();
  }

  async #catchUp(): Promise<void> {
    this.#throwMergeError();
    const turn = new TimeSlice();
    this.#mark ??= await this.#load();
    const total = this.#mark === NOTHING_READ ? await this.patients.total(true) : 0;
    for (let done = 0, more = true; more;) {
      if (this.#closing && done > 0) throw new DatabaseUnavailable("busy"); // a search that has little to read is not cut off
      const news = await this.changes.since(this.#mark, BATCH);
      if (!news.sameHistory) {
        this.#clear();
        continue;
      }
      await this.#applyAll(news.rows, turn);
      this.#changed += news.rows.length;
      this.#mark = news.mark;
      more = news.rows.length === BATCH;
      done += news.rows.length;
      if (total > 0) this.#onProgress?.(done, Math.max(total, done));
      this.#startMerging();
      if (more || total > 0) await this.#merging; // else there would be more and more to tidy up
      if (more && turn.isOver) await turn.next();
    }
    if (this.#quarantined.size > 0) await this.#retryQuarantined(turn);
    if (this.#isDue()) this.#saveInBackground();
  }

  async #retryQuarantined(turn: TimeSlice): Promise<void> {
    const ids = [...this.#quarantined].slice(0, MAX_QUARANTINED);
    const rows = await this.patients.byIds(ids);
    await this.#applyAll(rows, turn);
    const there = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!there.has(id)) this.#quarantined.delete(id);
  }

  async #load(): Promise<Mark> {
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

  /** Each patient is taken in as a whole, so a search in between may see some of them and not the others. */
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

  /** Merging a large part of the index takes seconds: nobody waits for it, since searches go on meanwhile. */
  #startMerging(): void {
    if (this.#merging || this.#closing) return;
    const work = this.index.mergeSmall();
    if (work.next().done) return; // as it mostly is
    this.#merging = timeSliced.foreground(this.#whileOpen(work))
      .catch((error) => void (this.#mergeError = { error }))
      .finally(() => this.#merging = undefined);
  }

  #throwMergeError(): void {
    const fault = this.#mergeError;
    this.#mergeError = undefined;
    if (fault) throw fault.error;
  }

  /** The work, given up when the index is closed: then it gives undefined. */
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

  /** A snapshot saves time at the next start and nothing else: a failure is reported, and all goes on without. */
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
    await this.#merging; // compacting would wait for it too, but never resting
    const mark = this.#mark!;
    const highest = this.highest.value;
    const quarantined = [...this.#quarantined];
    if (quarantined.length > MAX_QUARANTINED) return; // something is badly wrong: better to build anew at the next start
    this.#changed = 0;
    const whole = await run(this.#whileOpen(this.index.compact()));
    if (!whole || this.#closing) return;
    const pause = run === timeSliced.background ? pausing.politely() : pausing.shortly;
    await this.snapshots.save({ whole, mark, highest, quarantined }, async () => {
      await pause();
      if (this.#closing) throw new DatabaseUnavailable("busy");
    });
  }
}

/** With what an entry puts off done: else it is done for 64 of them at once, and cannot be cut. */
function toWholeEntry(id: string, record: PatientRecord): Entry {
  const entry = toEntry(id, record);
  void entry.sounds;
  void entry.phones;
  return entry;
}
