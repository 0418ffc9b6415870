import { isWithinEdits, lettersOf } from "@/db/text/edit_distance.ts";
import { type Entry, foldedPhones, foldedWords } from "./entry.ts";
import { toTerm } from "./query.ts";

/** The description of a person who may be registered already, prepared to be compared with many patients. */
export interface Probe {
  readonly names: readonly ProbeName[];
  readonly phones: readonly string[];
  /** The possible days of birth (days since 1970-01-01, ascending); undefined when any is. */
  readonly days: readonly number[] | undefined;
}

export interface ProbeName {
  readonly text: string;
  /** Undefined for a number or a name that is too short. */
  readonly sound: string | undefined;
  /** Undefined below 4 letters, where one edit makes another name. */
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
 * How many names of a patient are similar (the same, sound the same, or one edit off) if they may be the person described:
 * born on a possible day with two similar names, or with the only one; or with the same phone number and one similar
 * name. 0 if they cannot be.
 */
export function countSimilarNames(probe: Probe, entry: Entry): number {
  const hasSamePhone = probe.phones.some((phone) => entry.phones.includes(phone));
  if (!hasSamePhone && probe.days !== undefined && !probe.days.includes(entry.birthDay)) return 0;
  const similar = probe.names.filter((name) => isSimilar(name, entry)).length;
  return similar >= (hasSamePhone ? 1 : similarNamesNeeded(probe)) ? similar : 0;
}

/** How many names must be similar where the phone number is not the same. */
export function similarNamesNeeded({ names }: Probe): number {
  return Math.min(2, names.length);
}

function isSimilar({ text, sound, letters }: ProbeName, { words, sounds }: Entry): boolean {
  if (words.includes(text) || sound !== undefined && sounds.includes(sound)) return true;
  return letters !== undefined && words.some((word) => isWithinEdits(letters, lettersOf(word), 1));
}
