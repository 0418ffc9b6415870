import assert from "node:assert/strict";
import { v7 } from "uuid";
import type { Random } from "@/cli/seed/random.ts";
import { commit } from "@/clinic/commit.ts";
import type { TestClinic } from "@/tests/support/clinic.ts";
import { type Attack, hostilePatient } from "./hostile_names.ts";

const NEWCOMERS = 150; // through the API, each followed by a search: they are tried one by one until there are 64

/** Long work that an attack makes for the program. */
export interface Work {
  readonly what: string;
  run(): Promise<void>;
}

/** What is done among the attack's patients, in this order: the first builds the index. */
export function workOf(clinic: TestClinic, attack: Attack, known: number, random: Random): Work[] {
  const searches = attack.searches(random);
  return [
    { what: "building the index", run: () => search(clinic, searches[0]!) },
    { what: "saving it", run: () => clinic.clinic.store.finder.saveNow() },
    { what: "searching", run: () => searchAll(clinic, searches) },
    { what: "looking for duplicates", run: () => findDuplicates(clinic, attack, random) },
    {
      what: "registering between searches",
      run: () => registerAndSearch(clinic, attack, known, searches, random),
    },
  ];
}

/** Registers an attack's patients past the API, which would take longer; gives the id of the first. */
export async function registerHostile(
  { clinic }: TestClinic,
  attack: Attack,
  count: number,
  random: Random,
): Promise<string> {
  const ids: string[] = [];
  while (ids.length < count) {
    const changes = Array.from({ length: 250 }, () => {
      const id = v7();
      const record = hostilePatient(attack, ids.push(id), random);
      return clinic.store.patients.insert({ id, version: 1, voidedAt: null, record });
    });
    await commit({ clinic, actor: null, source: "test" }, "operator.seed", changes);
  }
  return ids[0]!;
}

async function search({ ask }: TestClinic, text: string): Promise<void> {
  const body = { search: text, limit: 200 };
  const { status } = await ask("POST", "/api/patients/search/", { as: "receptionist", body });
  assert.equal(status, 200);
}

async function searchAll(clinic: TestClinic, searches: readonly string[]): Promise<void> {
  for (let round = 0; round < 5; round++) for (const text of searches) await search(clinic, text);
}

async function findDuplicates({ ask }: TestClinic, { name }: Attack, random: Random): Promise<void> {
  for (let n = 0; n < 10; n++) {
    const body = { full_name: name(random), date_of_birth: "2000-01-01" }; // as everybody's is
    const { status, text } = await ask("POST", "/api/patients/duplicates/", { as: "nurse", body });
    assert.equal(status, 200, text);
  }
}

async function registerAndSearch(
  clinic: TestClinic,
  attack: Attack,
  known: number,
  searches: readonly string[],
  random: Random,
): Promise<void> {
  for (let n = 1; n <= NEWCOMERS; n++) {
    const body = hostilePatient(attack, known + n, random);
    const { status, text } = await clinic.ask("POST", "/api/patients/", { as: "nurse", body });
    assert.equal(status, 201, text);
    await search(clinic, searches[n % searches.length]!);
  }
}
