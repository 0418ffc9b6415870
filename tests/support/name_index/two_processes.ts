import assert from "node:assert/strict";
import fc from "fast-check";
import type { OpenPatientRow } from "@/db/tables/patients.ts";
import type { Store } from "@/db/store.ts";
import { NOW } from "@/tests/support/db/databases.ts";
import { commit, newPatient } from "@/tests/support/db/rows.ts";
import { assertFindsLikeScan } from "./assert_finds.ts";
import { rename, write } from "./write_patients.ts";
import { anyPerson, type Person, recordOf } from "./any_patients.ts";
import type { Coverage } from "./coverage.ts";

/** What one of two processes does, after which the other searches; or what both do at once. */
export interface Turn {
  readonly by: 0 | 1;
  readonly does: typeof actions[number];
  readonly nth: number;
  readonly person: Person;
}

export const actions = ["register", "rename", "void", "restore", "register both at once"] as const;

export const anyTurns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    by: fc.constantFrom(0, 1),
    does: fc.constantFrom(...actions),
    nth: fc.nat(),
    person: anyPerson,
  }),
  { minLength: 8, maxLength: 14 },
);

/** Two processes on one server that change patients in turn, each finding at once what the other did. */
export class TwoProcesses {
  #patients: OpenPatientRow[] = [];
  #numbers = 0;
  #slowest = 0;

  constructor(private readonly stores: readonly [Store, Store], private readonly coverage: Coverage) {}

  /** How long the slowest of the searches took that found the other's patient, in ms. */
  get slowest(): number {
    return this.#slowest;
  }

  async run(turns: readonly Turn[]): Promise<void> {
    for (const turn of turns) {
      this.coverage.add(turn.does);
      await this.#take(turn);
    }
  }

  async #take({ by, does, nth, person }: Turn): Promise<void> {
    const row = this.#patients.at(nth % (this.#patients.length || 1));
    if (!row || does === "register") return await this.#show(by, await this.#register(by, person));
    if (does === "register both at once") return await this.#registerBoth(person);
    const store = this.stores[by];
    const changed = does === "rename"
      ? await rename(store, row, person.name)
      : await write(store, row, { voidedAt: does === "void" ? NOW.toISOString() : null });
    this.#patients = this.#patients.map((each) => each === row ? changed : each);
    await this.#show(by, changed);
    await assertFindsLikeScan(this.stores[1 - by]!, row.record.full_name, this.coverage); // nor under the old name
  }

  async #registerBoth(person: Person): Promise<void> {
    const rows = await Promise.all(([0, 1] as const).map((by) => this.#register(by, person)));
    for (const by of [0, 1] as const) await this.#show(by, rows[by]!);
  }

  async #register(by: 0 | 1, person: Person): Promise<OpenPatientRow> {
    const row = newPatient(recordOf(person, ++this.#numbers));
    await commit(this.stores[by], this.stores[by].patients.insert(row));
    this.#patients.push(row);
    return row;
  }

  /** The very next search of the other process finds the patient, as they are now, or not if they are voided. */
  async #show(by: 0 | 1, { id, version, voidedAt, record }: OpenPatientRow): Promise<void> {
    const other = this.stores[1 - by]!;
    const from = performance.now();
    const { rows } = await other.finder.find(record.file_number, 50);
    this.#slowest = Math.max(this.#slowest, performance.now() - from);
    assert.equal(rows.find((each) => each.id === id)?.version, voidedAt === null ? version : undefined);
    await assertFindsLikeScan(other, record.full_name, this.coverage);
  }
}
