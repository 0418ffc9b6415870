import assert from "node:assert/strict";
import { setTimeout as after } from "node:timers/promises";
import { v7 } from "uuid";
import { Random } from "@/cli/seed/random.ts";
import { commit } from "@/clinic/commit.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";
import { type TestClinic, testClinic } from "@/tests/support/clinic.ts";
import { patientBody } from "@/tests/support/api/test_api.ts";

const PATIENTS = 10_000;
const NEWCOMERS = 150; // through the API, each followed by a search: they are tried one by one until there are 64
const AIM_MS = 50;
const MOST_MS = 5 * AIM_MS; // what fails here: machines differ, and this one has other things to do

/** Names and searches that make one part of the index work as hard as it can. All fit through the API. */
interface Attack {
  readonly what: string;
  readonly name: (random: Random) => string;
  readonly number?: (nth: number) => string;
  readonly searches: (random: Random) => readonly string[];
}

const ATTACKS: readonly Attack[] = [
  {
    what: "long words that are all one or two letters off from each other",
    name: (random) => words(8, () => off("a".repeat(24), random)),
    searches: (random) => [
      words(4, () => "a".repeat(24)),
      words(4, () => off(`z${"a".repeat(22)}z`, random)), // near to none, but each word is read to its end
      words(4, () => `${"a".repeat(22)}zz`),
      words(6, () => `${"a".repeat(13)}zz`),
    ],
  },
  {
    what: "short words of which the last alone is near enough, and by two letters",
    name: (random) => `${words(15, () => `aaaaaaaa${letters(3, random)}`)} aaaaaaaaa${letters(2, random)}`,
    searches: (random) => [
      words(6, () => `aaaaaaaaaa${letters(1, random)}`), // each is compared with all words of each hit
      words(6, () => off(`z${"a".repeat(9)}z`, random)),
      words(6, () => `${"a".repeat(8)}zz`),
    ],
  },
  {
    what: "words in which every part is in every other",
    name: (random) => words(16, () => pick(LIGATURES, 6, random)), // each becomes several letters when it is folded
    searches: (random) => [
      words(6, () => pick(["a", "b"], 12, random)),
      ...[0, 1].map(() => words(6, () => pick(["ffi", "ffl", "ff"], 5, random))),
      words(6, () => "fff"),
    ],
  },
  {
    what: "words over two letters, in which parts are looked for",
    name: (random) => words(6, () => pick(["a", "b"], 32, random)),
    searches: (random) => [
      words(6, () => pick(["a", "b"], 9, random)),
      words(6, () => pick(["a", "b"], 14, random)),
      words(6, () => pick(["a", "b"], 3, random)),
    ],
  },
  {
    what: "syllables that become three letters of three bytes each",
    name: (random) => words(16, () => scripts(11, 0xac00, 11_172, random)),
    searches: (
      random,
    ) => [
      words(6, () => scripts(11, 0xac00, 11_172, random)),
      words(6, () => scripts(1, 0xac00, 99, random)),
    ],
  },
  {
    what: "letters of four bytes, Arabic and Chinese ones",
    name: (random) =>
      [0x20000, 0x4e00, 0x630].map((from) =>
        words(3, () => scripts(11, from, from === 0x630 ? 20 : 6_000, random))
      ).join(" "),
    searches: (random) => [
      words(6, () => scripts(8, 0x630, 20, random)),
      words(6, () => scripts(8, 0x20000, 6_000, random)),
      words(6, () => scripts(1, 0x4e00, 6_000, random)),
    ],
  },
  {
    what: "one name and one phone for everybody, and file numbers that are all alike",
    name: () => "Lineo Lineo-Mokoena Mokoena Thabo Palesa Khotso Retšelisitsoe 'Mamohau Nthabiseng Neo",
    number: (nth) => `${"0".repeat(26)}${String(nth).padStart(6, "0")}`,
    searches: () => [
      "lineo mokoena thabo palesa neo khotso",
      "l m t p n k",
      "0000 0000 000 00 000 00000",
      "58111111 111 1111 11111 8111111 11111111",
      "dineo mokwena tabo palese kgotso neyo",
      "zineo zokwena zabo zalesa zotso zabiseng",
    ],
  },
];

for (const attack of ATTACKS) {
  const name = `nobody waits long beside ${PATIENTS} patients with ${attack.what}`;
  Deno.test(name, async () => {
    await using clinic = await testClinic();
    const random = new Random(5);
    const known = await seed(clinic, attack, random);
    const watch = new Watch(clinic, known);
    const searches = attack.searches(random);
    const figures = [
      await watch.during("building the index", () => search(clinic, searches[0]!)),
      await watch.during("keeping it", () => clinic.clinic.store.finder.saveNow()),
      await watch.during("searching", () => searchAll(clinic, searches)),
      await watch.during("asking for duplicates", () => askForDuplicates(clinic, attack, random)),
      await watch.during(
        "registering between searches",
        () => registerAndSearch(clinic, attack, searches, random),
      ),
    ];
    console.log(`${attack.what}\n${figures.join("\n")}`);
    const { worst } = watch;
    assert.ok(worst < MOST_MS, `99 of 100 wait less than ${worst.toFixed()} ms; ${AIM_MS} is the aim`);
  });
}

/** Registers invented patients past the API, which would take longer; gives the id of the first. */
async function seed({ clinic }: TestClinic, attack: Attack, random: Random): Promise<string> {
  const ids: string[] = [];
  while (ids.length < PATIENTS) {
    const changes = Array.from({ length: 250 }, () => {
      const id = v7();
      const record = person(attack, ids.push(id), random) as unknown as PatientRecord;
      return clinic.store.patients.insert({ id, version: 1, voidedAt: null, record });
    });
    await commit({ clinic, actor: null, source: "test" }, "operator.seed", changes);
  }
  return ids[0]!;
}

function person({ name, number = String }: Attack, nth: number, random: Random): Record<string, unknown> {
  const full_name = name(random);
  assert.ok(full_name.length <= 200, "the API would refuse it");
  return patientBody({
    full_name,
    file_number: number(nth),
    contact_details: "58111111 / 58111112 / 58111113",
  });
}

async function search({ ask }: TestClinic, text: string): Promise<void> {
  const body = { search: text, limit: 200 };
  const { status } = await ask("POST", "/api/patients/search/", { as: "receptionist", body });
  assert.equal(status, 200);
}

async function searchAll(clinic: TestClinic, searches: readonly string[]): Promise<void> {
  for (let round = 0; round < 5; round++) for (const text of searches) await search(clinic, text);
}

async function askForDuplicates({ ask }: TestClinic, { name }: Attack, random: Random): Promise<void> {
  for (let n = 0; n < 10; n++) {
    const body = { full_name: name(random), date_of_birth: "2000-01-01" }; // as everybody's is
    const { status, text } = await ask("POST", "/api/patients/duplicates/", { as: "nurse", body });
    assert.equal(status, 200, text);
  }
}

async function registerAndSearch(
  clinic: TestClinic,
  attack: Attack,
  searches: readonly string[],
  random: Random,
): Promise<void> {
  for (let n = 1; n <= NEWCOMERS; n++) {
    const body = person(attack, PATIENTS + n, random);
    const { status, text } = await clinic.ask("POST", "/api/patients/", { as: "nurse", body });
    assert.equal(status, 201, text);
    await search(clinic, searches[n % searches.length]!);
  }
}

const EVERY_MS = 2;

/** How long others wait meanwhile: for a turn of the event loop, and for an answer to a small request. */
class Watch {
  /** Milliseconds; of all that was watched, the worst 99 in 100. */
  worst = 0;

  constructor(private readonly clinic: TestClinic, private readonly patientId: string) {}

  /** Watches until `work` is done; gives the figures in words. */
  async during(what: string, work: () => Promise<unknown>): Promise<string> {
    const done = new AbortController();
    const watching = Promise.all([turns(done.signal), this.#answers(done.signal)]);
    await work().finally(() => done.abort());
    const [delays, answers] = await watching;
    this.worst = Math.max(this.worst, ninetyNine(delays));
    return `  ${what}: a turn within ${ninetyNine(delays).toFixed(1)} ms (most ${
      Math.max(...delays).toFixed(1)
    }), ` +
      `an answer within ${ninetyNine(answers).toFixed(1)} ms, 99 of 100 times`;
  }

  async #answers(done: AbortSignal): Promise<number[]> {
    const taken: number[] = [];
    for (let n = 0; !done.aborted || n < 2; n++) {
      const from = performance.now();
      const path = n % 2 ? `/api/patients/${this.patientId}/` : "/healthz";
      const { status } = await this.clinic.ask("GET", path, { as: "nurse" });
      assert.equal(status, 200, path);
      taken.push(performance.now() - from);
      await after(10);
    }
    return taken;
  }
}

/** How late a turn came for each who would have asked for one every EVERY_MS, however long one of them took. */
async function turns(done: AbortSignal): Promise<number[]> {
  const delays: number[] = [0];
  while (!done.aborted) {
    const from = performance.now();
    await after(EVERY_MS);
    for (let late = performance.now() - from - EVERY_MS; late > 0; late -= EVERY_MS) delays.push(late);
  }
  return delays;
}

function ninetyNine(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)]!;
}

const LIGATURES = ["ﬃ", "ﬄ", "ﬀ"];

function words(count: number, word: () => string): string {
  return Array.from({ length: count }, word).join(" ");
}

/** The word with one or two letters changed. */
function off(word: string, random: Random): string {
  const changed = [...word];
  for (let n = 0; n < 2; n++) changed[random.int(0, changed.length - 1)] = letters(1, random);
  return changed.join("");
}

/** Letters that are no `a`. */
function letters(count: number, random: Random): string {
  return pick([..."bfklmnprstvx"], count, random);
}

function pick(parts: readonly string[], count: number, random: Random): string {
  return Array.from({ length: count }, () => random.pick(parts)).join("");
}

/** Letters of a stretch of Unicode. */
function scripts(count: number, from: number, size: number, random: Random): string {
  return String.fromCodePoint(...Array.from({ length: count }, () => from + random.int(0, size - 1)));
}
