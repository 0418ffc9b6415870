import { foldPhone, truncate, wordsOf } from "@/db/text/fold.ts";
import { lettersOf } from "@/db/text/edit_distance.ts";
import { MAX_LETTERS } from "./entry.ts";
import { soundOf } from "@/db/text/sound.ts";

/** A parsed search. A patient is found when every term matches, or the whole does. */
export interface Query {
  readonly terms: readonly Term[];
  /** The whole search without its spaces, where it has several terms: a file or phone number typed with spaces. */
  readonly whole: Term | undefined;
}

/** One word of a search, and the forms that are compared. */
export interface Term {
  readonly text: string;
  /** As the last digits of a phone number; undefined when it cannot be that. */
  readonly phone: string | undefined;
  /** How it sounds; undefined for a number or a term that is too short. */
  readonly sound: string | undefined;
  /** By how many edits a word may differ: 1 from 4 letters, 2 from 8 up to 24, else 0. */
  readonly maxEdits: 0 | 1 | 2;
  readonly letters: readonly number[];
  readonly soundLetters: readonly number[];
}

// Limits against hostile searches: without them 16 long terms took 105 s in a trial.
const MAX_SEARCH = 100; // letters, after folding
const MAX_TERMS = 6;

/** Parses a search; it has no terms where there is nothing to search for. */
export function parseSearch(search: string): Query {
  const words = truncate(wordsOf(search).join(" "), MAX_SEARCH).split(" ").filter((word) => word !== "");
  const terms = words.slice(0, MAX_TERMS).map((word) => toTerm(truncate(word, MAX_LETTERS)));
  return { terms, whole: words.length > 1 ? toTerm(truncate(words.join(""), MAX_LETTERS)) : undefined };
}

/** @param text folded, without spaces */
export function toTerm(text: string): Term {
  const letters = lettersOf(text);
  const sound = isPronounced(text) && letters.length >= MIN_SOUND_LETTERS ? soundOf(text) : undefined;
  return {
    text,
    phone: phoneOf(text),
    sound,
    maxEdits: sound === undefined ? 0 : maxEditsOf(letters.length),
    letters,
    soundLetters: lettersOf(sound ?? ""),
  };
}

const MIN_SOUND_LETTERS = 3;

function isPronounced(text: string): boolean {
  return !/\p{N}/u.test(text);
}

function maxEditsOf(letters: number): 0 | 1 | 2 {
  if (letters < 4 || letters > 24) return 0;
  return letters < 8 ? 1 : 2;
}

const MIN_DIGITS = 3; // two digits would match every hundredth number

function phoneOf(text: string): string | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  const phone = foldPhone(text);
  return phone.length >= MIN_DIGITS ? phone : undefined;
}
