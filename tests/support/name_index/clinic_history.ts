import { DatabaseUnavailable } from "@/db/port/port.ts";
import type { OpenPatientRow } from "@/db/tables/patients.ts";
import { Store } from "@/db/store.ts";
import { NOW } from "@/tests/support/db/databases.ts";
import { commit, newPatient, newVisit, query, tamper } from "@/tests/support/db/rows.ts";
import { assertFindsLikeScan } from "./assert_finds.ts";
import type { InitialDatabase } from "./initial_database.ts";
import type { ClinicStep, What, Which } from "./clinic_steps.ts";
import { crowd, type Person, recordOf } from "./any_patients.ts";
import { write } from "./write_patients.ts";
import { ProcessPort, SharedDatabase } from "./processes.ts";
import { flipped, SnapshotDamage } from "./snapshot_damage.ts";
import type { Coverage } from "./coverage.ts";

interface Process {
  readonly port: ProcessPort;
  readonly store: Store;
}

/** Two processes on one database, and what they do to it and its patients. */
export class ClinicHistory {
  readonly #database: SharedDatabase;
  readonly #processes: Process[] = [];
  readonly #ended: Process[] = [];
  readonly #harm: SnapshotDamage;
  readonly #saves: Promise<void>[] = [];
  #copies: Pick<InitialDatabase, "file" | "patients">[];
  /** Names written last, also those that an older database does not know. */
  #names: readonly string[] = [];
  /** Those that open, as they were written last. */
  #patients: readonly OpenPatientRow[];
  #numbers: number;
  #opened = 0;

  private constructor(
    private readonly initial: InitialDatabase,
    folder: string,
    private readonly coverage: Coverage,
  ) {
    this.#database = new SharedDatabase(folder, initial.file);
    this.#harm = new SnapshotDamage(coverage);
    this.#patients = initial.patients;
    this.#numbers = initial.patients.length;
    this.#copies = [initial];
  }

  /** Runs a history in a folder of its own, and at its end searches by both processes. */
  static async run(
    initial: InitialDatabase,
    steps: readonly ClinicStep[],
    last: readonly string[],
    coverage: Coverage,
  ): Promise<void> {
    const folder = await Deno.makeTempDir({ prefix: "dovms-history-" });
    const history = new ClinicHistory(initial, folder, coverage);
    try {
      await history.#openBoth();
      await history.#harm.remember(history.#processes[0]!.store);
      for (const step of steps) {
        coverage.add(step.do);
        await history.#do(step);
      }
      await history.#end(last);
    } finally {
      await history.#close();
      await Deno.remove(folder, { recursive: true });
    }
  }

  async #end(last: readonly string[]): Promise<void> {
    await this.#searchEach(0, last);
    await this.#searchEach(1, this.#names.slice(-10));
  }

  #do(step: ClinicStep): Promise<void> | void {
    switch (step.do) {
      case "register":
        return this.#registerEach(step.by, step.people);
      case "register many":
        return this.#registerTogether(step.by, [...crowd(step.people, this.#numbers, step.count)]);
      case "change":
        return this.#change(step.by, step.nth, step.person, step.what);
      case "void":
        return this.#setVoided(step.by, step.nth, NOW.toISOString());
      case "restore":
        return this.#setVoided(step.by, step.nth, null);
      case "log visit":
        return this.#logVisit(step.by, step.nth);
      case "search":
        return this.#searchEach(step.by, step.searches);
      case "save":
        return this.#save(step.by);
      case "begin to save":
        return this.#beginToSave(step.by);
      case "reopen":
        return this.#reopen(step.by);
      case "kill":
        return this.#kill(step.by, step.afterWrites);
      case "copy":
        return this.#copy();
      case "put copy in place":
        return this.#putInPlace(step.nth, step.reopen);
      case "cut power":
        return this.#cutPower(step.by, step.afterWrites);
      case "new epoch":
        return this.#newEpoch(step.reopen);
      case "harm snapshot":
        return this.#harmSnapshot(step);
      case "spoil record":
        return this.#spoilRecord(step.nth);
    }
  }

  // --- what people do

  async #registerEach(by: Which, people: readonly Person[]): Promise<void> {
    for (const person of people) await this.#registerTogether(by, [person]);
  }

  async #registerTogether(by: Which, people: readonly Person[]): Promise<void> {
    const { store } = this.#processes[by]!;
    const rows = people.map((person) => newPatient(recordOf(person, ++this.#numbers)));
    await commit(store, ...rows.map((row) => store.patients.insert(row)));
    this.#patients = [...this.#patients, ...rows];
    this.#names = [...this.#names, ...rows.slice(0, 8).map(({ record }) => record.full_name)];
  }

  #change(by: Which, nth: number, { name, contact, numberStyle }: Person, what: What): Promise<void> {
    const before = this.#patient(nth);
    const fresh = recordOf({ name, contact, numberStyle }, ++this.#numbers);
    const field = ({ name: "full_name", number: "file_number", contact: "contact_details" } as const)[what];
    return this.#write(by, before, { record: { ...before.record, [field]: fresh[field] } });
  }

  /** Of those who are not so already. */
  async #setVoided(by: Which, nth: number, voidedAt: string | null): Promise<void> {
    const others = this.#patients.filter((each) => (each.voidedAt === null) !== (voidedAt === null));
    if (others.length > 0) await this.#write(by, fromEnd(others, nth), { voidedAt });
  }

  async #write(by: Which, before: OpenPatientRow, change: Partial<OpenPatientRow>): Promise<void> {
    this.#names = [...this.#names, before.record.full_name];
    const row = await write(this.#processes[by]!.store, before, change);
    this.#patients = this.#patients.map((each) => each === before ? row : each);
  }

  #patient(nth: number): OpenPatientRow {
    return fromEnd(this.#patients, nth);
  }

  async #logVisit(by: Which, nth: number): Promise<void> {
    const { store } = this.#processes[by]!;
    const patient = this.#patient(nth);
    if (patient.voidedAt !== null) return;
    await commit(store, store.visits.insert(newVisit({ ...this.initial, patient })));
    this.coverage.add("visited");
  }

  async #searchEach(by: Which, searches: readonly string[]): Promise<void> {
    const { store } = this.#processes[by]!;
    for (const search of searches) await assertFindsLikeScan(store, search, this.coverage);
  }

  // --- what happens to processes

  async #openBoth(): Promise<void> {
    for (const by of [0, 1] as const) await this.#open(by);
  }

  async #open(by: Which): Promise<void> {
    const port = new ProcessPort(this.#database);
    const { databaseId, master } = this.initial;
    const store = await Store.open({
      port,
      databaseId,
      master,
      shared: false,
      now: () => NOW,
      onBackgroundFailure: () => {}, // a process is killed in the middle of saving
    });
    this.#processes[by] = { port, store };
    if (++this.#opened % 2 === 0) await this.#warmUp(store);
  }

  /** Every other process loads at once, and so tells by how much it reads whether there was a snapshot. */
  async #warmUp(store: Store): Promise<void> {
    let read = 0;
    await store.finder.load((done) => read = done);
    this.coverage.add(read < this.#patients.length ? "loaded" : "built anew");
  }

  #endBoth(): void {
    for (const process of this.#processes.splice(0)) {
      process.port.kill();
      this.#ended.push(process);
    }
  }

  async #save(by: Which): Promise<void> {
    const { store } = this.#processes[by]!;
    await store.finder.saveNow();
    await this.#harm.remember(store);
  }

  #beginToSave(by: Which): void {
    const saving = this.#processes[by]!.store.finder.saveNow();
    this.#saves.push(saving.catch(onlyAway));
  }

  async #reopen(by: Which): Promise<void> {
    await this.#processes[by]!.store.close();
    await this.#open(by);
  }

  /** At once, or in the middle of keeping its index. */
  async #kill(by: Which, afterWrites: number | null): Promise<void> {
    const process = this.#processes[by]!;
    if (afterWrites !== null) await this.#saveAndMeanwhile(process, afterWrites, () => process.port.kill());
    process.port.kill();
    this.#ended.push(process);
    await this.#open(by);
  }

  /** As a kill of all: they go on with the files as they lay there at that moment. */
  async #cutPower(by: Which, afterWrites: number | null): Promise<void> {
    let file = "";
    const end = () => {
      file = this.#database.copy();
      this.#endBoth();
    };
    if (afterWrites === null) end();
    else await this.#saveAndMeanwhile(this.#processes[by]!, afterWrites, end);
    this.#database.putInPlace(file);
    await this.#openBoth();
  }

  async #saveAndMeanwhile({ port, store }: Process, afterWrites: number, act: () => void): Promise<void> {
    port.afterSnapshotWrites(afterWrites, () => {
      this.coverage.add("in the middle");
      act();
    });
    await store.finder.saveNow().catch(onlyAway);
    port.actNow();
  }

  // --- what happens to the database

  #copy(): void {
    this.#copies.push({ file: this.#database.copy(), patients: this.#patients });
  }

  /** With the processes running, as on a server, or with others opened on it. */
  async #putInPlace(nth: number, reopen: boolean): Promise<void> {
    const copy = this.#copies[nth % this.#copies.length];
    if (!copy) return;
    this.coverage.add(reopen ? "older, reopened" : "older, running");
    if (reopen) this.#endBoth();
    this.#database.putInPlace(copy.file);
    this.#patients = copy.patients;
    if (reopen) await this.#openBoth();
  }

  async #newEpoch(reopen: boolean): Promise<void> {
    await tamper(this.#processes[0]!.store, "UPDATE meta SET value = hex(randomblob(8)) WHERE key = 'epoch'");
    if (reopen) await this.#reopenBoth();
  }

  async #reopenBoth(): Promise<void> {
    this.#endBoth();
    await this.#openBoth();
  }

  async #harmSnapshot({ harm, nth, reopen }: ClinicStep & { do: "harm snapshot" }): Promise<void> {
    await this.#harm.harm(this.#processes[0]!.store, harm, nth);
    if (reopen) await this.#reopenBoth();
  }

  /** With indexes that are built after it: copies and snapshots of before would know what cannot be read any more. */
  async #spoilRecord(nth: number): Promise<void> {
    const { store } = this.#processes[0]!;
    if (this.#patients.length === 1) return; // somebody must be left
    const { id } = this.#patient(nth);
    const [[record]] = await query(store, "SELECT record FROM patient WHERE id = ?", id) as [[Uint8Array]];
    await tamper(store, "UPDATE patient SET record = ? WHERE id = ?", flipped(record, nth), id);
    this.#patients = this.#patients.filter((each) => each.id !== id);
    this.#copies = [];
    this.#harm.forget();
    this.#endBoth();
    await this.#database.connection.write([{ sql: "DELETE FROM name_index", args: [] }], true);
    await this.#openBoth();
    this.coverage.add("spoilt");
  }

  async #close(): Promise<void> {
    for (const { store } of [...this.#processes, ...this.#ended]) await store.close();
    await Promise.all(this.#saves);
    this.#database.close();
  }
}

/** Counted from the last one registered, whose row it is that tells an older database. */
function fromEnd(patients: readonly OpenPatientRow[], nth: number): OpenPatientRow {
  return patients.at(-1 - nth % patients.length)!;
}

function onlyAway(error: unknown): void {
  if (!(error instanceof DatabaseUnavailable)) throw error;
}
