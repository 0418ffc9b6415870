import { isNear, lettersOf } from "@/db/text/edit_distance.ts";
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
  Beginning,
  /** It is in a word or the file number (3 letters or more), or the end of a phone number. */
  Part,
  /** A word sounds the same. From here on it is mis-spelt, and looked for only where little was found. */
  Sound,
  /** A word is one letter off. */
  OneSlip,
  /** A word begins with its sound. */
  SoundBeginning,
  /** A word's sound is one letter off. */
  SoundSlip,
  /** A word, or its sound, is two letters off. */
  TwoSlips,
}

export const SPELT: readonly Rank[] = [Rank.FileNumber, Rank.Word, Rank.Beginning, Rank.Part];
export const MISSPELT: readonly Rank[] = [
  Rank.Sound,
  Rank.OneSlip,
  Rank.SoundBeginning,
  Rank.SoundSlip,
  Rank.TwoSlips,
];

/** Where so few or fewer are found as it is spelt, those are added for whom it may be mis-spelt. */
export const LITTLE = 10;

/** A part of a word needs three letters, or nearly everybody would be found. */
export const SHORTEST_PART = 3;

/**
 * How well a patient matches a search; undefined when not at all. The rule itself, on one patient.
 * @param misspelt whether the search may be mis-spelt
 */
export function rankOf({ terms, whole }: Query, entry: Entry, misspelt: boolean): Rank | undefined {
  const letters = new Letters(entry);
  const apart = worst(
    terms,
    (term) => rankOfTerm(term, entry) ?? (misspelt ? rankOfSlip(term, entry, letters) : undefined),
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
  if (entry.words.some((word) => word.startsWith(text))) return Rank.Beginning;
  const asNumber = rankOfNumber(term, entry);
  if (asNumber !== undefined) return asNumber;
  const isPart = text.length >= SHORTEST_PART && entry.words.some((word) => word.includes(text));
  return isPart ? Rank.Part : undefined;
}

/** The whole of a search matches numbers alone. */
function rankOfNumber({ text, phone }: Term, { number, phones }: Entry): Rank | undefined {
  if (number === text) return Rank.FileNumber;
  if (number.startsWith(text)) return Rank.Beginning;
  if (text.length >= SHORTEST_PART && number.includes(text)) return Rank.Part;
  return phone !== undefined && phones.some((each) => each.endsWith(phone)) ? Rank.Part : undefined;
}

function rankOfSlip(term: Term, { sounds }: Entry, of: Letters): Rank | undefined {
  const { sound, slips, letters, soundLetters } = term;
  if (sound === undefined) return undefined;
  if (sounds.includes(sound)) return Rank.Sound;
  const isOff = (by: number) => slips >= by && of.words.some((word) => isNear(letters, word, by));
  const soundIsOff = (by: number) => slips >= by && of.sounds.some((each) => isNear(soundLetters, each, by));
  if (isOff(1)) return Rank.OneSlip;
  if (sound.length >= SHORTEST_PART && sounds.some((each) => each.startsWith(sound))) {
    return Rank.SoundBeginning;
  }
  if (soundIsOff(1)) return Rank.SoundSlip;
  return isOff(2) || soundIsOff(2) ? Rank.TwoSlips : undefined;
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
