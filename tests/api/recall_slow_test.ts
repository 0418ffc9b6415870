/**
 * Our own pairs of names are in this file. The measured ones are read from outside the repository,
 * ../shared/names/pairs.csv beside it: without that file their step is ignored, and its name says so.
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { v7 } from "uuid";
import { randomPatients } from "@/cli/seed/patients.ts";
import { Random } from "@/cli/seed/random.ts";
import { commit } from "@/clinic/commit.ts";
import { toEntry } from "@/db/name_index/rule/entry.ts";
import { fold, wordsOf } from "@/db/text/fold.ts";
import { parseSearch } from "@/db/name_index/rule/query.ts";
import { FEW_HITS, Rank, rankOf } from "@/db/name_index/rule/rule.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";
import { type TestClinic, testClinic } from "@/tests/support/clinic.ts";
import { patientBody } from "@/tests/support/api/test_api.ts";

const SEEDED = 20_000;
const FIRST = 5; // hits that are seen before anybody scrolls
const MEASURED = new URL("../../../shared/names/pairs.csv", import.meta.url);

/** Stored,typed: by the rules of the two spellings and the usual slips, of our own making. */
const OWN = `
Moeti,Mweti Lehloenya,Lehlwenya Rakuoane,Rakwane Tholoana,Tholwana Morojoele,Morojwele Lekhooa,Lekgowa
Leabua,Lyabua Mpeo,Mpyo Maleoa,Malewa Realeboha,Ryaleboha Motšeoa,Motsewa Nkeane,Nkyane
Likeleli,Dikeledi Lisebo,Disebo Moliehi,Modiehi Lula,Duda Seliane,Sediane
'Makhotso,Mmakhotso 'Nete,Nnete 'Mota,Mmota 'Makarabo,Makarabo
Khahliso,Kgahliso Mokhethi,Mokgethi Mohau,Mogau Lehlohonolo,Lehlogonolo Khauhelo,Kgaugelo Qhalehang,Khalegang
Sechaba,Setjhaba Chabane,Tjhabane Lechesa,Letjhesa
Pontšo,Pontsho Matšeliso,Matsheliso Ts'oanelo,Tshwanelo Tšeliso,Tseliso Nts'ebo,Ntshebo
Mathapelo,Matapelo Pheello,Peello Pitso,Phitso Tumisang,Thumisang Seipati,Seiphati Mpho,Mphoh
Nyakallo,Nyakalo Moorosi,Morosi Tebello,Tebelo Paballo,Pabballo Seeta,Seta
Polokoane,Pulokoane Mahlomola,Mahlumola Rorisang,Rurisang Lepekola,Lipekola Bereng,Bireng Mothusi,Mothosi
Mosiuoa,Mosiua Monyane,Mohyane Kotelo,Koetlo Sekonyela,Sekoyela Motlohelooa,Motlohelwa
Thamae,Dhamae Nkopane,Mkopane Ntlama,Mtlama Phafoli,Fafoli Palesa,Balesa Josephina,Yosefina
Khotsofalo,Kgotsofallo Retšelisitsoe,Redselisitswe Limakatso,Dimakadso Moahloli,Mwahlodu Mahlatsi,Malatsi
Kgosi,Khosi Lireko,Dirheko Moleboheng,Modebogeng Khoelikhoali,Kgwelikhwadi Ramaqhanyane,Ramakganyane
`;

Deno.test("among 20,000 patients misspelt names are found, and correctly spelt ones come alone", async (t) => {
  await using clinic = await testClinic();
  const own = pairsIn(OWN.trim().split(/\s+/));
  const measured = existsSync(MEASURED)
    ? pairsIn((await Deno.readTextFile(MEASURED)).split(/\r?\n/).slice(1))
    : [];
  const people = await seed(clinic);
  people.push(
    ...await registerNamed(clinic, [...new Set([...measured, ...own].map(({ stored }) => stored))]),
  );
  const entries = people.map((person) => toEntry("", person));

  await t.step(
    "at least 95 of 100 invented pairs are within the first five (needs ../shared/names/pairs.csv)",
    async () => {
      const missed = await missedOf(clinic, own, "our own pairs");
      assert.ok(missed.length <= own.length * 0.05, missed.join("\n"));
    },
  );

  await t.step({
    name: "at least 38 of the 40 measured pairs are within the first five",
    ignore: measured.length === 0,
    fn: async () => assert.ok((await missedOf(clinic, measured, "measured pairs")).length <= 2),
  });

  await t.step(
    "patients with a common name come before those with a similar one; where many have it, no similar one is found",
    async () => {
      const common = commonWords(people, 200);
      for (const word of common) await assertPrecise(clinic, word, entries);
      const crowded = common.filter((word) => spelt(word, entries) > FEW_HITS).length;
      console.log(
        `${crowded} of ${common.length} common names are found as spelt more than ${FEW_HITS} times`,
      );
      assert.ok(crowded >= 100, `${crowded}`);
    },
  );

  await t.step("a rare full name with one word misspelt is within the first five", async () => {
    const random = new Random(3);
    const rare = people.filter((person) => isRare(person, entries)).slice(0, 150);
    assert.ok(rare.length >= 100, `${rare.length} rare names`);
    const missed: string[] = [];
    for (const { full_name, file_number } of rare) {
      const typed = withSlip(full_name, random);
      const hits = await search(clinic, typed, FIRST);
      if (!hits.some((hit) => hit.file_number === file_number)) missed.push(`${full_name},${typed}`);
    }
    console.log(`${rare.length - missed.length} of ${rare.length} rare names`, missed);
    assert.ok(missed.length <= rare.length * 0.05);
  });
});

interface Pair {
  readonly stored: string;
  readonly typed: string;
}

function pairsIn(lines: readonly string[]): Pair[] {
  return lines.filter((line) => line.includes(",")).map((line) => {
    const [stored = "", typed = ""] = line.trim().split(",");
    return { stored, typed };
  });
}

/** Registers invented patients past the API, which would take longer; gives them in order. */
async function seed({ clinic }: TestClinic): Promise<PatientRecord[]> {
  const invented = randomPatients(new Random(11), "2026-03-02", 10_001);
  const people = Array.from({ length: SEEDED }, () => invented.next().value as PatientRecord);
  for (let from = 0; from < SEEDED; from += 250) {
    const changes = people.slice(from, from + 250).map((record) =>
      clinic.store.patients.insert({ id: v7(), version: 1, voidedAt: null, record })
    );
    await commit({ clinic, actor: null, source: "test" }, "operator.seed", changes);
  }
  return people;
}

/** Registers somebody of each name, with a surname that is nobody else's. */
async function registerNamed({ ask }: TestClinic, names: readonly string[]): Promise<PatientRecord[]> {
  const people: PatientRecord[] = [];
  for (const [n, name] of names.entries()) {
    const body = patientBody({
      full_name: `${name} ${surname(n)}`,
      contact_details: "",
      file_number: `ZZ${n}`,
    });
    assert.equal((await ask("POST", "/api/patients/", { as: "nurse", body })).status, 201);
    people.push(body as unknown as PatientRecord);
  }
  return people;
}

/** Xhosa ones, that no pair is like. */
function surname(n: number): string {
  const endings = ["ba", "ca", "fu", "ji", "vu", "xo", "ze"];
  return `Gq${"u".repeat(1 + n % 2)}${
    [...String(n + 100)].map((digit) => endings[Number(digit) % 7]).join("")
  }`;
}

/** The pairs whose stored name is not within the first five hits; their share is printed. */
async function missedOf(clinic: TestClinic, pairs: readonly Pair[], what: string): Promise<string[]> {
  const missed: string[] = [];
  for (const { stored, typed } of pairs) {
    const hits = await search(clinic, typed, FIRST);
    const found = hits.some(({ full_name }) => wordsOf(full_name).includes(fold(stored)));
    if (!found) missed.push(`${stored},${typed}`);
  }
  console.log(`${pairs.length - missed.length} of ${pairs.length} ${what}`, missed);
  return missed;
}

async function search({ ask }: TestClinic, typed: string, limit: number): Promise<PatientRecord[]> {
  const { status, json, text } = await ask("POST", "/api/patients/search/", {
    as: "receptionist",
    body: { search: typed, limit },
  });
  assert.equal(status, 200, text);
  return json;
}

/** The words that most people have, the commonest first. */
function commonWords(people: readonly PatientRecord[], howMany: number): string[] {
  const counts = new Map<string, number>();
  for (const word of people.flatMap(({ full_name }) => wordsOf(full_name))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, howMany).map(([word]) => word);
}

type Entries = readonly ReturnType<typeof toEntry>[];

/** How many are found by a search as it is spelt, by asking the rule of each. */
function spelt(typed: string, entries: Entries): number {
  const query = parseSearch(typed);
  return entries.filter((entry) => rankOf(query, entry, false) !== undefined).length;
}

async function assertPrecise(clinic: TestClinic, word: string, entries: Entries): Promise<void> {
  const query = parseSearch(word);
  const ranks = (await search(clinic, word, 200)).map((hit) => rankOf(query, toEntry("", hit), true)!);
  assert.deepEqual(ranks, ranks.toSorted((a, b) => a - b), `${word}: the best come first`);
  const have = entries.filter(({ words }) => words.includes(word)).length;
  assert.equal(
    ranks.filter((rank) => rank === Rank.Word).length,
    Math.min(200, have),
    `${word}: all who have it`,
  );
  if (spelt(word, entries) > FEW_HITS) {
    assert.ok(ranks.every((rank) => rank <= Rank.Substring), `${word}: as it is spelt`);
  }
}

/** Whether nobody else's names are both of somebody's two. */
function isRare({ full_name }: PatientRecord, entries: Entries): boolean {
  const own = wordsOf(full_name);
  if (own.length !== 2 || own.some((word) => word.length < 5)) return false;
  return entries.filter(({ words }) => own.every((word) => words.includes(word))).length === 1;
}

/** One of the words with a letter left out, doubled, or changed with its neighbour. */
function withSlip(name: string, random: Random): string {
  const words = name.split(" ");
  const nth = random.int(0, words.length - 1);
  const word = words[nth]!;
  const at = random.int(1, word.length - 2);
  const [before, letter, after] = [word.slice(0, at), word[at]!, word.slice(at + 1)];
  const typed = random.pick([
    before + after,
    before + letter + letter + after,
    before + after[0] + letter + after.slice(1),
  ]);
  return words.with(nth, typed).join(" ");
}
