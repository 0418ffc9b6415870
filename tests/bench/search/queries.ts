import { Random } from "@/cli/seed/random.ts";
import { fold } from "@/db/text/fold.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";
import { misspell } from "./misspell.ts";
import { people } from "./people.ts";

/** What people type, by kind. `mixed` is all the others in turn. */
export const KINDS = [
  "exact word",
  "prefix",
  "one letter",
  "two terms",
  "misspelt",
  "file number",
  "no hit",
  "mixed",
] as const;
export type Kind = typeof KINDS[number];

/** Different searches of each kind, in no order. */
export type Queries = Readonly<Record<Kind, readonly string[]>>;

const MOST = 300; // of a kind; there are some 25 letters, and some 250 prefixes and words
const OF_EACH = 40; // in the mixed ones
const TRIES = 20_000;

/** Searches drawn from the names of so many people, the same in every run. */
export function queriesFor(size: number): Queries {
  const random = new Random(size);
  const { sample, words } = sampleOf(size, random);
  const known = [...words].map(fold);
  const person = () => random.pick(sample);
  const word = () => random.pick(wordsOf(person()));
  const kinds = {
    "exact word": drawn(word),
    "prefix": drawn(() => cut(word(), random.int(3, 4))),
    "one letter": drawn(() => cut(word(), 1)),
    "two terms": drawn(() => twoTerms(wordsOf(person()), random)),
    "misspelt": drawn(() => misspell(word(), random, known)),
    "file number": drawn(() => person().file_number),
    "no hit": drawn(() => unheardOf(random)),
  };
  const mixed = Object.values(kinds).flatMap((all) =>
    Array.from({ length: OF_EACH }, (_, n) => all[n % all.length]!)
  );
  return { ...kinds, mixed: shuffled(mixed, random) };
}

/** Some of the people, and the words of all their names. */
function sampleOf(size: number, random: Random): { sample: PatientRecord[]; words: Set<string> } {
  const sample: PatientRecord[] = [];
  const words = new Set<string>();
  for (const person of people(size)) {
    for (const word of wordsOf(person)) words.add(word);
    if (random.int(1, size) <= SAMPLE) sample.push(person);
  }
  return { sample, words };
}

const SAMPLE = 2_000;

/** As somebody types them who does not look for capitals and apostrophes. */
function wordsOf({ full_name }: PatientRecord): string[] {
  return full_name.toLowerCase().replaceAll("'", "").split(" ");
}

function drawn(draw: () => string | undefined): string[] {
  const found = new Set<string>();
  for (let tries = 0; found.size < MOST && tries < TRIES; tries++) {
    const query = draw();
    if (query !== undefined) found.add(query);
  }
  return [...found];
}

/** Two words of a name in either order, the second often only begun. */
function twoTerms(words: string[], random: Random): string {
  const [first, last] = [words[0]!, words.at(-1)!];
  const [one, other] = random.chance(50) ? [first, last] : [last, first];
  return `${one} ${random.chance(50) ? cut(other, 3) : other}`;
}

/** A word that no name comes near, mis-spelt or not. */
function unheardOf(random: Random): string {
  const syllables = Array.from(
    { length: random.int(3, 4) },
    () => random.pick(STRANGE) + random.pick(VOWELS),
  );
  return `${syllables.join("")}x`;
}

const STRANGE = ["x", "v", "xv", "vx"];
const VOWELS = ["a", "e", "i", "o", "u"];

function cut(word: string, letters: number): string {
  return word.slice(0, letters);
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.map(() => left.splice(random.int(0, left.length - 1), 1)[0]!);
}
