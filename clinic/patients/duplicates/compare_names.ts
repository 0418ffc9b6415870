import { isWithinEdits, lettersOf } from "@/db/text/edit_distance.ts";
import { foldedWords } from "@/db/name_index/rule/entry.ts";
import { soundOf } from "@/db/text/sound.ts";

/** How two names compare. */
export type NameComparison =
  | "same"
  | "another order"
  | "one more"
  | "same sound"
  | "one letter off"
  | "one in common"
  | "other";

/** A name made ready to be compared with many. */
export class Name {
  readonly words: readonly Word[];
  readonly text: string;
  readonly sorted: string;

  /** @param fullName of which as much counts as the name index knows: see db/name_index/rule/entry.ts */
  constructor(fullName: string) {
    const words = foldedWords(fullName);
    this.words = words.map((text) => new Word(text));
    this.text = words.join(" ");
    this.sorted = words.toSorted().join(" ");
  }
}

/** Compares two names, in either order. */
export function compareNames(own: Name, other: Name): NameComparison {
  if (own.text === other.text) return "same";
  if (own.sorted === other.sorted) return "another order";
  const fewer = Math.min(own.words.length, other.words.length);
  const allOfOne = fewer >= 2 || own.words.length === other.words.length;
  const allAre = (matches: WordComparison) =>
    allOfOne && countPairs(own.words, other.words, matches) === fewer;
  if (allAre(isSameWord)) return "one more";
  if (allAre(soundsSame)) return "same sound";
  if (allAre(isOneLetterOff)) return "one letter off";
  return countPairs(own.words, other.words, isOneLetterOff) > 0 ? "one in common" : "other";
}

/** A word, whose sound and letters are worked out once, when first needed. */
class Word {
  #sound: string | undefined;
  #letters: number[] | undefined;

  constructor(readonly text: string) {}

  get sound(): string {
    return this.#sound ??= soundOf(this.text);
  }

  get letters(): number[] {
    return this.#letters ??= lettersOf(this.text);
  }
}

type WordComparison = (a: Word, b: Word) => boolean;

/** How many words of one name match one in the other; each word is matched once. */
function countPairs(own: readonly Word[], others: readonly Word[], matches: WordComparison): number {
  const left = [...others];
  let found = 0;
  for (const word of own) {
    const at = left.findIndex((other) => matches(word, other));
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  return found;
}

function isSameWord(a: Word, b: Word): boolean {
  return a.text === b.text;
}

function soundsSame(a: Word, b: Word): boolean {
  return a.text === b.text || a.sound === b.sound;
}

const MIN_LETTERS = 4; // of a word in which one may be wrong

function isOneLetterOff(a: Word, b: Word): boolean {
  return soundsSame(a, b) || a.letters.length >= MIN_LETTERS && isWithinEdits(a.letters, b.letters, 1);
}
