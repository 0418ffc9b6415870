import { isNear, lettersOf } from "@/db/text/edit_distance.ts";
import { type Entry, phonesIn, wordsIn } from "./entry.ts";
import { termOf } from "./query.ts";

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
export function probeOf(
  { full_name, contact_details }: { readonly full_name: string; readonly contact_details: string },
  days: readonly number[] | undefined,
): Probe {
  const names = wordsIn(full_name).map(termOf).map(({ text, sound, letters, slips }) => ({
    text,
    sound,
    letters: slips > 0 ? letters : undefined,
  }));
  return { names, phones: phonesIn(contact_details), days };
}

/**
 * How many names are alike (the same, sound the same, or are a letter off) of somebody who may be the same person: who is
 * born on a fitting day and has two names alike, or the only one; or who has the same phone number and one. 0 for who
 * cannot be. The rule itself, on one patient.
 */
export function namesAlike(probe: Probe, entry: Entry): number {
  const phoned = probe.phones.some((phone) => entry.phones.includes(phone));
  if (!phoned && probe.days !== undefined && !probe.days.includes(entry.born)) return 0;
  const alike = probe.names.filter((name) => isAlike(name, entry)).length;
  return alike >= (phoned ? 1 : namesNeeded(probe)) ? alike : 0;
}

/** How many names must be alike where the phone number is not the same. */
export function namesNeeded({ names }: Probe): number {
  return Math.min(2, names.length);
}

function isAlike({ text, sound, letters }: ProbeName, { words, sounds }: Entry): boolean {
  if (words.includes(text) || sound !== undefined && sounds.includes(sound)) return true;
  return letters !== undefined && words.some((word) => isNear(letters, lettersOf(word), 1));
}
