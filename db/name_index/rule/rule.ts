import { isWithinEdits, lettersOf } from "@/db/text/edit_distance.ts";
import type { Entry } from "./entry.ts";
import type { Query, Term } from "./query.ts";

/**
 * How a term can match a patient, the best way first. It is also the order of results: a patient has the rank of their
 * worst term, and equal ranks are in the order of registration. What belongs in rule/ is which patients match, of one
 * patient at a time; the rest of name_index/ answers the same for all at once.
 */
export enum Rank {
  /** The term is the file number. */
  FileNumber,
  /** The term is a word of the name. */
  Word,
  /** A word or the file number begins with the term. */
  Prefix,
  /** A word or the file number contains the term (3 letters or more), or a phone number ends with it. */
  Substring,
  /** A word sounds the same. From here on the term is misspelt: these are tried only where few are found. */
  Sound,
  /** A word is one edit off. */
  OneEdit,
  /** The sound of a word begins with that of the term. */
  SoundPrefix,
  /** The sound of a word is one edit off. */
  SoundOneEdit,
  /** A word, or its sound, is two edits off. */
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

/** Where an exact search finds so few or fewer, the matches with spelling mistakes are added. */
export const FEW_HITS = 10;

/** In letters. Shorter substrings would match nearly every patient. */
export const MIN_SUBSTRING = 3;

/**
 * How well a patient matches a search; undefined when not at all.
 * @param fuzzy whether spelling mistakes are allowed
 */
export function rankOf({ terms, whole }: Query, entry: Entry, fuzzy: boolean): Rank | undefined {
  const letters = new Letters(entry);
  const byTerms = worst(
    terms,
    (term) => rankOfTerm(term, entry) ?? (fuzzy ? fuzzyRankOfTerm(term, entry, letters) : undefined),
  );
  const byWhole = whole && rankOfNumber(whole, entry);
  return byTerms === undefined || byWhole !== undefined && byWhole < byTerms ? byWhole : byTerms;
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

/** The whole search, without its spaces, can only match numbers. */
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
  const isWordOff = (by: number) =>
    maxEdits >= by && of.words.some((word) => isWithinEdits(letters, word, by));
  const isSoundOff = (by: number) =>
    maxEdits >= by && of.sounds.some((each) => isWithinEdits(soundLetters, each, by));
  if (isWordOff(1)) return Rank.OneEdit;
  if (sound.length >= MIN_SUBSTRING && sounds.some((each) => each.startsWith(sound))) {
    return Rank.SoundPrefix;
  }
  if (isSoundOff(1)) return Rank.SoundOneEdit;
  return isWordOff(2) || isSoundOff(2) ? Rank.TwoEdits : undefined;
}

/** The letters of a patient's words and sounds, computed when needed and once for all terms. */
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
