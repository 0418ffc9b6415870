import { isWithinEdits, lettersOf } from "@/db/text/edit_distance.ts";
import type { Entry } from "./entry.ts";
import type { Query, Term } from "./query.ts";

/**
 * How a term can match a patient, the best way first. It is also the order of what is found: a patient stands where the
 * worst of the terms puts them, and among equals in order of registration.
 */
export enum Rank {
  /** It is the file number. */
  FileNumber,
  /** It is a word of the name. */
  Word,
  /** A word or the file number begins with it. */
  Prefix,
  /** It is in a word or the file number (3 letters or more), or the end of a phone number. */
  Substring,
  /** A word sounds the same. From here on it is mis-spelt, and looked for only where little was found. */
  Sound,
  /** A word is one letter off. */
  OneEdit,
  /** A word begins with its sound. */
  SoundPrefix,
  /** A word's sound is one letter off. */
  SoundOneEdit,
  /** A word, or its sound, is two letters off. */
  TwoEdits,
}

export const EXACT_RANKS: readonly Rank[] = [Rank.FileNumber, Rank.Word, Rank.Prefix, Rank.Substring];
export const FUZZY_RANKS: readonly Rank[] = [
  Rank.Sound,
  Rank.OneEdit,
  Rank.SoundPrefix,
  Rank.SoundOneEdit,
  Rank.TwoEdits,
];

/** Where so few or fewer are found as it is spelt, those are added for whom it may be mis-spelt. */
export const FEW_HITS = 10;

/** A part of a word needs three letters, or nearly everybody would be found. */
export const MIN_SUBSTRING = 3;

/**
 * How well a patient matches a search; undefined when not at all. The rule itself, on one patient.
 * @param fuzzy whether the search may be mis-spelt
 */
export function rankOf({ terms, whole }: Query, entry: Entry, fuzzy: boolean): Rank | undefined {
  const letters = new Letters(entry);
  const apart = worst(
    terms,
    (term) => rankOfTerm(term, entry) ?? (fuzzy ? fuzzyRankOfTerm(term, entry, letters) : undefined),
  );
  const together = whole && rankOfNumber(whole, entry);
  return apart === undefined || together !== undefined && together < apart ? together : apart;
}

function worst(terms: readonly Term[], rankOf: (term: Term) => Rank | undefined): Rank | undefined {
  let found: Rank | undefined;
  for (const term of terms) {
    const rank = rankOf(term);
    if (rank === undefined) return undefined;
    if (found === undefined || rank > found) found = rank;
  }
  return found;
}

function rankOfTerm(term: Term, entry: Entry): Rank | undefined {
  const { text } = term;
  if (entry.number === text) return Rank.FileNumber;
  if (entry.words.includes(text)) return Rank.Word;
  if (entry.words.some((word) => word.startsWith(text))) return Rank.Prefix;
  const asNumber = rankOfNumber(term, entry);
  if (asNumber !== undefined) return asNumber;
  const isPart = text.length >= MIN_SUBSTRING && entry.words.some((word) => word.includes(text));
  return isPart ? Rank.Substring : undefined;
}

/** The whole of a search matches numbers alone. */
function rankOfNumber({ text, phone }: Term, { number, phones }: Entry): Rank | undefined {
  if (number === text) return Rank.FileNumber;
  if (number.startsWith(text)) return Rank.Prefix;
  if (text.length >= MIN_SUBSTRING && number.includes(text)) return Rank.Substring;
  return phone !== undefined && phones.some((each) => each.endsWith(phone)) ? Rank.Substring : undefined;
}

function fuzzyRankOfTerm(term: Term, { sounds }: Entry, of: Letters): Rank | undefined {
  const { sound, maxEdits, letters, soundLetters } = term;
  if (sound === undefined) return undefined;
  if (sounds.includes(sound)) return Rank.Sound;
  const isOff = (by: number) => maxEdits >= by && of.words.some((word) => isWithinEdits(letters, word, by));
  const soundIsOff = (by: number) =>
    maxEdits >= by && of.sounds.some((each) => isWithinEdits(soundLetters, each, by));
  if (isOff(1)) return Rank.OneEdit;
  if (sound.length >= MIN_SUBSTRING && sounds.some((each) => each.startsWith(sound))) {
    return Rank.SoundPrefix;
  }
  if (soundIsOff(1)) return Rank.SoundOneEdit;
  return isOff(2) || soundIsOff(2) ? Rank.TwoEdits : undefined;
}

/** The letters of somebody's words and sounds, taken apart once for all terms, and only where they are asked for. */
class Letters {
  #words: number[][] | undefined;
  #sounds: number[][] | undefined;

  constructor(private readonly entry: Entry) {}

  get words(): number[][] {
    return this.#words ??= this.entry.words.map(lettersOf);
  }

  get sounds(): number[][] {
    return this.#sounds ??= this.entry.sounds.map(lettersOf);
  }
}
