import type { PatientRecord } from "@/db/tables/patients.ts";
import { foldNumber, phonesOf, truncate, wordsOf } from "@/db/text/fold.ts";
import { soundOf } from "@/db/text/sound.ts";

/** What the index knows of one patient. */
export interface Entry {
  readonly id: string;
  /** Distinct, folded. */
  readonly words: readonly string[];
  /** How the words sound, distinct. */
  readonly sounds: readonly string[];
  readonly number: string;
  /** Digits. */
  readonly phones: readonly string[];
  /** Days since 1970-01-01. */
  readonly birthDay: number;
}

// Limits, so that no patient's name can slow down all searches. Few people have five names, and no word is so long.
const MAX_WORDS = 16;
export const MAX_LETTERS = 32;
const MAX_PHONES = 3;
const MAX_DIGITS = 15; // of a phone number anywhere (ITU-T E.164)
const MIN_DIGITS = 3;

/** What can be searched of a patient, folded and cut to the limits. */
export function toEntry(id: string, record: PatientRecord): Entry {
  const words = foldedWords(record.full_name);
  let sounds: string[] | undefined, phones: string[] | undefined;
  return {
    id,
    words,
    get sounds() { // half of what an entry costs, and needed only for fuzzy matches
      return sounds ??= distinct(words.map(soundOf));
    },
    number: truncate(foldNumber(record.file_number), MAX_LETTERS),
    get phones() { // a quarter of what an entry costs
      return phones ??= foldedPhones(record.contact_details);
    },
    birthDay: dayNumber(record.date_of_birth),
  };
}

/** The words of a name, folded, distinct and cut to the limits. */
export function foldedWords(fullName: string): string[] {
  return distinct(wordsOf(fullName).slice(0, MAX_WORDS).map((word) => truncate(word, MAX_LETTERS)));
}

/** The phone numbers in contact details, as digits, distinct and cut to the limits. */
export function foldedPhones(contactDetails: string): string[] {
  const phones = phonesOf(contactDetails).filter((phone) => phone.length >= MIN_DIGITS);
  return distinct(phones.map((phone) => phone.slice(-MAX_DIGITS))).slice(0, MAX_PHONES);
}

/** Days since 1970-01-01 of a date YYYY-MM-DD. */
function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function distinct(texts: readonly string[]): string[] {
  if (texts.length < 2 || texts.length === 2 && texts[0] !== texts[1]) return [...texts];
  return [...new Set(texts)];
}
