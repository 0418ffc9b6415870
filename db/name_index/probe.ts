import { type Entry, phonesIn, wordsIn } from "./entry.ts";
import { reversed } from "./phones.ts";
import { termOf } from "./query.ts";
import { bytesOf } from "./texts.ts";

/** What is known of somebody who may be registered already, made ready to be compared with many. */
export interface Probe {
  readonly names: readonly ProbeName[];
  readonly phones: readonly { readonly text: string; readonly fromEnd: Uint8Array }[];
  /** The days on which the same person may be born (days since 1970-01-01, ascending); undefined when any will do. */
  readonly days: readonly number[] | undefined;
}
export interface ProbeName {
  readonly text: string;
  /** Undefined for what is too short, or a number. */
  readonly sound: string | undefined;
  readonly bytes: Uint8Array;
  readonly soundBytes: Uint8Array | undefined;
}

/** @param days as in Probe */
export function probeOf(
  { full_name, contact_details }: { readonly full_name: string; readonly contact_details: string },
  days: readonly number[] | undefined,
): Probe {
  const names = wordsIn(full_name).map(termOf).map(({ text, sound }) => {
    return {
      text,
      sound,
      bytes: bytesOf(text),
      soundBytes: sound === undefined ? undefined : bytesOf(sound),
    };
  });
  const phones = phonesIn(contact_details).map((text) => ({ text, fromEnd: bytesOf(reversed(text)) }));
  return { names, phones, days };
}

/**
 * How many names are alike (the same, or sound the same) of somebody who may be the same person: who is born on a fitting
 * day or has the same phone number, and of whom enough names are alike. 0 for who cannot be. The rule itself, on one
 * patient.
 */
export function namesAlike(probe: Probe, entry: Entry): number {
  const fits = probe.days === undefined || probe.days.includes(entry.born) ||
    probe.phones.some(({ text }) => entry.phones.includes(text));
  if (!fits) return 0;
  const alike =
    probe.names.filter(({ text, sound }) =>
      entry.words.includes(text) || sound !== undefined && entry.sounds.includes(sound)
    ).length;
  return alike >= namesNeeded(probe) ? alike : 0;
}

/** One name, for another may be mis-written; but where no birth date is known two, or the only one. */
export function namesNeeded({ days, names }: Probe): number {
  return days === undefined ? Math.min(2, names.length) : 1;
}
