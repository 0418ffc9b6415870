import assert from "node:assert/strict";
import type { Random } from "@/cli/seed/random.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";

/** Names and searches that make one part of the index work as hard as it can. All fit through the API. */
export interface Attack {
  readonly what: string;
  readonly name: (random: Random) => string;
  readonly number?: (nth: number) => string;
  readonly searches: (random: Random) => readonly string[];
}

export const ATTACKS: readonly Attack[] = [
  {
    what: "long words that are all one or two letters off from each other",
    name: (random) => words(8, () => misspelt("a".repeat(24), random)),
    searches: (random) => [
      words(4, () => "a".repeat(24)),
      words(4, () => misspelt(`z${"a".repeat(22)}z`, random)), // near to none, but each word is read to its end
      words(4, () => `${"a".repeat(22)}zz`),
      words(6, () => `${"a".repeat(13)}zz`),
    ],
  },
  {
    what: "short words of which the last alone is near enough, and by two letters",
    name: (random) => `${words(15, () => `aaaaaaaa${letters(3, random)}`)} aaaaaaaaa${letters(2, random)}`,
    searches: (random) => [
      words(6, () => `aaaaaaaaaa${letters(1, random)}`), // each is compared with all words of each hit
      words(6, () => misspelt(`z${"a".repeat(9)}z`, random)),
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

/** A patient of the attack, as the API takes them. `nth` makes the file number. */
export function hostilePatient(
  { name, number = String }: Attack,
  nth: number,
  random: Random,
): PatientRecord {
  const full_name = name(random);
  assert.ok(full_name.length <= 200, "the API would refuse it");
  return {
    full_name,
    date_of_birth: "2000-01-01",
    gender: "M",
    contact_details: "58111111 / 58111112 / 58111113",
    file_number: number(nth),
  };
}

const LIGATURES = ["ﬃ", "ﬄ", "ﬀ"];

function words(count: number, word: () => string): string {
  return Array.from({ length: count }, word).join(" ");
}

/** The word with one or two letters changed. */
function misspelt(word: string, random: Random): string {
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
