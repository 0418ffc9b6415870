import type { Random } from "@/cli/seed/random.ts";
import { fold } from "@/db/text/fold.ts";

/**
 * A word as somebody writes it who heard it: in the other spelling of Sesotho, or with one slip.
 * @param known words, folded @returns undefined where it comes out as a part of a known word: that is no misspelling
 */
export function misspell(word: string, random: Random, known: readonly string[]): string | undefined {
  if (word.length < FEWEST_LETTERS) return undefined;
  const respellings = RESPELLINGS.filter(([written]) => written.test(word));
  const typed = respellings.length > 0 && random.chance(50)
    ? word.replace(...random.pick(respellings))
    : random.pick(SLIPS)(word, random.int(1, word.length - 2), random);
  return known.some((each) => each.includes(fold(typed))) ? undefined : typed;
}

const FEWEST_LETTERS = 5;

const RESPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/oe/, "we"],
  [/oa/, "wa"],
  [/ea/, "ya"],
  [/eo/, "yo"],
  [/^li/, "di"],
  [/kh/, "kg"],
  [/ch/, "tjh"],
  [/tš/, "tsh"],
  [/([tpk])h/, "$1"],
];

type Slip = (word: string, at: number, random: Random) => string;

const SLIPS: readonly Slip[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1), // left out
  (word, at) => word.slice(0, at) + word[at] + word.slice(at), // doubled
  (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2), // swapped
  (word, at, random) => word.slice(0, at) + random.pick(LETTERS) + word.slice(at + 1), // wrong
];

const LETTERS = [..."abehiklmnopstu"];
