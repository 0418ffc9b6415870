import { DatabaseUnavailable } from "@/db/port/port.ts";
import { Coalescer } from "@/db/coalescer.ts";
import type { PatientRecord, PatientRow, Patients } from "@/db/tables/patients.ts";
import type { Changes } from "./changes.ts";
import { type Mark, NOTHING_READ } from "@/db/name_index/mark.ts";
import { type Entry, entryOf } from "@/db/name_index/rule/entry.ts";
import { HighestNumber } from "./highest_file_number.ts";
import { NameIndex } from "@/db/name_index/index/name_index.ts";
import type { Snapshots } from "@/db/name_index/snapshot/snapshot.ts";
import { pausing, timeSliced, Turn } from "@/db/name_index/time_slices.ts";

/** Tells how far the building of an index is. */
export type OnProgress = (done: number, total: number) => void;

const BATCH = 250; // patients: read and opened within some 5 ms
const FEWEST_CHANGES = 256; // before a snapshot is made again
const MOST_QUARANTINED = 200; // looked at again in some 2 ms
const MOST_CHANGES = 8_192; // read again at a start in some 0.2 s

/**
 * Keeps the name index current with its database: from a snapshot, and from there by the change sequence, so that several
 * processes agree with no message between them. Where the database is not the one that was read, it begins anew.
 */
export class PersistentIndex {
  readonly index = new NameIndex();
  readonly highest = new HighestNumber();
  #mark: Mark | undefined;
  /** Whose records did not open, or did not bear the index out: they are read again before every search. */
  readonly #doubtful = new Set<string>();
  #changed = 0;
  #saving: Promise<void> | undefined;
  #tidying: Promise<void> | undefined;
  /** What went wrong while it tidied up: the next search says so. */
  #fault: { readonly error: unknown } | undefined;
  #closing = false;
  readonly #pulse: Coalescer;
  #onProgress: OnProgress | undefined;
  #catching: Promise<void> = Promise.resolve();

  constructor(
    private readonly changes: Changes,
    private readonly snapshots: Snapshots,
    private readonly patients: Patients,
    private readonly onSaveFailed: (error: unknown) => void,
  ) {
    this.#pulse = new Coalescer(() => this.#catching = this.#catchUp());
  }

  /** Resolves when the index is as fresh as the database was at some moment after this call. @throws DatabaseAway */
  current(): Promise<void> {
    return this.#pulse.current();
  }

  /** Takes those out who are not as the index has them. They are looked at again before the next search. */
  doubt(ids: readonly string[]): void {
    for (const id of ids) {
      this.index.remove(id);
      this.#doubtful.add(id);
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

  /** Makes and writes a snapshot now. @throws DatabaseAway | StatementFailed */
  async saveNow(): Promise<void> {
    await this.current();
    await this.settled();
    await this.#track(this.#compactAndWrite(timeSliced.foreground));
  }

  /** Resolves when nothing is being tidied up, and no snapshot being made. */
  async settled(): Promise<void> {
    while (this.#tidying ?? this.#saving) await (this.#tidying ?? this.#saving);
  }

  /** Gives up what is being made, and makes nothing more. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#catching.catch(() => {}); // who asked has been told
    await this.settled();
  }

  async #catchUp(): Promise<void> {
    this.#throwFault();
    const turn = new Turn();
    this.#mark ??= await this.#load();
    const total = this.#mark === NOTHING_READ ? await this.patients.total(true) : 0;
    for (let done = 0, more = true; more;) {
      if (this.#closing && done > 0) throw new DatabaseUnavailable("busy"); // a search that has little to read is not cut off
      const news = await this.changes.since(this.#mark, BATCH);
      if (!news.sameHistory) {
        this.#forget();
        continue;
      }
      await this.#takeAll(news.rows, turn);
      this.#changed += news.rows.length;
      this.#mark = news.mark;
      more = news.rows.length === BATCH;
      done += news.rows.length;
      if (total > 0) this.#onProgress?.(done, Math.max(total, done));
      this.#tidyUp();
      if (more || total > 0) await this.#tidying; // else there would be more and more to tidy up
      if (more && turn.isOver) await turn.next();
    }
    if (this.#doubtful.size > 0) await this.#lookAgain(turn);
    if (this.#isDue()) this.#saveInBackground();
  }

  async #lookAgain(turn: Turn): Promise<void> {
    const ids = [...this.#doubtful].slice(0, MOST_QUARANTINED);
    const rows = await this.patients.byIds(ids);
    await this.#takeAll(rows, turn);
    const there = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!there.has(id)) this.#doubtful.delete(id);
  }

  async #load(): Promise<Mark> {
    const snapshot = await this.snapshots.load();
    if (!snapshot) return NOTHING_READ;
    this.index.reset(snapshot.whole);
    this.highest.reset(snapshot.highest);
    for (const id of snapshot.doubtful) this.#doubtful.add(id);
    return snapshot.mark;
  }

  #forget(): void {
    this.index.reset();
    this.highest.reset("0");
    this.#doubtful.clear();
    this.#mark = NOTHING_READ;
    this.#changed = 0;
  }

  /** Each patient is taken in as a whole, so a search in between may see some of them and not the others. */
  async #takeAll(rows: readonly PatientRow[], turn: Turn): Promise<void> {
    const toEntry = rows.length === 1 ? entryOf : wholeEntryOf;
    for (const [at, row] of rows.entries()) {
      if (at > 0 && turn.isOver) await turn.next();
      this.#take(row, toEntry);
    }
  }

  #take({ id, voidedAt, record }: PatientRow, toEntry: typeof entryOf): void {
    this.#doubtful.delete(id);
    if (record instanceof Error) return this.doubt([id]);
    if (voidedAt === null) this.index.put(toEntry(id, record));
    else this.index.remove(id);
    this.highest.consider(record.file_number);
  }

  /** Merging a large part of the index takes seconds: nobody waits for it, since searches go on meanwhile. */
  #tidyUp(): void {
    if (this.#tidying || this.#closing) return;
    const work = this.index.tidy();
    if (work.next().done) return; // as it mostly is
    this.#tidying = timeSliced.foreground(this.#whileOpen(work))
      .catch((error) => void (this.#fault = { error }))
      .finally(() => this.#tidying = undefined);
  }

  #throwFault(): void {
    const fault = this.#fault;
    this.#fault = undefined;
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
    const enough = Math.min(Math.max(this.index.size / 16, FEWEST_CHANGES), MOST_CHANGES);
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
    await this.#tidying; // compacting would wait for it too, but never resting
    const mark = this.#mark!;
    const highest = this.highest.value;
    const doubtful = [...this.#doubtful];
    if (doubtful.length > MOST_QUARANTINED) return; // something is badly wrong, and may be right at the next start
    this.#changed = 0;
    const whole = await run(this.#whileOpen(this.index.compact()));
    if (!whole || this.#closing) return;
    const pause = run === timeSliced.background ? pausing.politely() : pausing.shortly;
    await this.snapshots.save({ whole, mark, highest, doubtful }, async () => {
      await pause();
      if (this.#closing) throw new DatabaseUnavailable("busy");
    });
  }
}

/** With what an entry puts off done: else it is done for 64 of them at once, and cannot be cut. */
function wholeEntryOf(id: string, record: PatientRecord): Entry {
  const entry = entryOf(id, record);
  void entry.sounds;
  void entry.phones;
  return entry;
}
