import { isNear, lettersOf } from "./edit_distance.ts";
import { type Entry, phonesIn, wordsIn } from "./entry.ts";
import { termOf } from "./query.ts";

/** What is known of somebody who may be registered already, made ready to be compared with many. */
export interface Probe {
  readonly words: readonly ProbeWord[];
  readonly phones: readonly string[];
  /** Whether somebody born on that day (days since 1970-01-01) may be the same person; always, where no day is known. */
  readonly mayBeBornOn: (day: number) => boolean;
}
export interface ProbeWord {
  readonly text: string;
  /** Undefined for what is too short, or a number. */
  readonly sound: string | undefined;
  readonly letters: readonly number[];
  /** Whether a letter may be wrong: from 4 letters on. */
  readonly slips: boolean;
}

export function probeOf(
  { full_name, contact_details }: { readonly full_name: string; readonly contact_details: string },
  mayBeBornOn: (day: number) => boolean,
): Probe {
  const words = wordsIn(full_name).map(termOf).map(({ text, sound, letters, slips }) => {
    return { text, sound, letters, slips: slips > 0 };
  });
  return { words, phones: phonesIn(contact_details), mayBeBornOn };
}

/**
 * Whether somebody may be the same person: two of the names alike (or the only one) and a birth date that fits, or one
 * name alike and the same phone number. The rule itself, on one patient.
 */
export function mayBe(probe: Probe, entry: Entry): boolean {
  const alike =
    probe.words.filter((word) => entry.words.some((other) => isAlike(word, other, entry.sounds))).length;
  const byPhone = alike > 0 && probe.phones.some((phone) => entry.phones.includes(phone));
  return byPhone || alike >= namesNeeded(probe) && probe.mayBeBornOn(entry.born);
}

/** How many names must be alike where the phone number is not. */
export function namesNeeded({ words }: Probe): number {
  return Math.min(2, words.length);
}

function isAlike(
  { text, sound, letters, slips }: ProbeWord,
  other: string,
  sounds: readonly string[],
): boolean {
  if (text === other || sound !== undefined && sounds.includes(sound)) return true;
  return slips && isNear(letters, lettersOf(other), 1);
}
