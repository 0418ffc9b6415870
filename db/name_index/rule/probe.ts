import { isWithinEdits, lettersOf } from "@/db/text/edit_distance.ts";
import { type Entry, foldedPhones, foldedWords } from "./entry.ts";
import { toTerm } from "./query.ts";

/** What is known of somebody who may be registered already, made ready to be compared with many. */
export interface Probe {
  readonly names: readonly ProbeName[];
  readonly phones: readonly string[];
  /** The days on which the same person may be born (days since 1970-01-01, ascending); undefined when any will do. */
  readonly days: readonly number[] | undefined;
}
export interface ProbeName {
  readonly text: string;
  /** Undefined for what is too short, or a number. */
  readonly sound: string | undefined;
  /** Undefined where a letter off is another name: below 4 letters. */
  readonly letters: readonly number[] | undefined;
}

/** @param days as in Probe */
export function toProbe(
  { full_name, contact_details }: { readonly full_name: string; readonly contact_details: string },
  days: readonly number[] | undefined,
): Probe {
  const names = foldedWords(full_name).map(toTerm).map(({ text, sound, letters, maxEdits }) => ({
    text,
    sound,
    letters: maxEdits > 0 ? letters : undefined,
  }));
  return { names, phones: foldedPhones(contact_details), days };
}

/**
 * How many names are alike (the same, sound the same, or are a letter off) of somebody who may be the same person: who is
 * born on a fitting day and has two names alike, or the only one; or who has the same phone number and one. 0 for who
 * cannot be. The rule itself, on one patient.
 */
export function countSimilarNames(probe: Probe, entry: Entry): number {
  const phoned = probe.phones.some((phone) => entry.phones.includes(phone));
  if (!phoned && probe.days !== undefined && !probe.days.includes(entry.birthDay)) return 0;
  const alike = probe.names.filter((name) => isSimilar(name, entry)).length;
  return alike >= (phoned ? 1 : similarNamesNeeded(probe)) ? alike : 0;
}

/** How many names must be alike where the phone number is not the same. */
export function similarNamesNeeded({ names }: Probe): number {
  return Math.min(2, names.length);
}

function isSimilar({ text, sound, letters }: ProbeName, { words, sounds }: Entry): boolean {
  if (words.includes(text) || sound !== undefined && sounds.includes(sound)) return true;
  return letters !== undefined && words.some((word) => isWithinEdits(letters, lettersOf(word), 1));
}
