import type { PatientRecord } from "../db/patients.ts";
import { isNear, lettersOf } from "../db/name_index/edit_distance.ts";
import { phonesOf, wordsOf } from "../db/name_index/fold.ts";
import { soundOf } from "../db/name_index/sound.ts";
import { compareBirths } from "./births.ts";

/** What is known of somebody who may be registered already. */
export interface Person {
  readonly full_name: string;
  /** YYYY-MM-DD */
  readonly date_of_birth?: string | undefined;
  readonly date_of_birth_estimated?: boolean | undefined;
  readonly gender?: PatientRecord["gender"] | undefined;
  readonly contact_details?: string | undefined;
}

/** How much two people look like one: 0 to 100, and why, in words. */
export interface Likeness {
  readonly score: number;
  readonly reasons: readonly string[];
}

/** From here on somebody is a likely duplicate. */
export const LIKELY = 50;

interface Point {
  readonly points: number;
  readonly reason?: string;
}

/**
 * Points for what is the same and against what is not, after the field-by-field weighing of record linkage (I. P. Fellegi
 * and A. B. Sunter, 1969); the weights are ours: a name and a birth date together are likely, either alone is not.
 */
export function likenessOf(person: Person, patient: PatientRecord): Likeness {
  const found: Point[] = [
    names(wordsOf(person.full_name), wordsOf(patient.full_name)),
    births(person, patient),
    phones(person.contact_details ?? "", patient.contact_details),
    genders(person.gender, patient.gender),
  ];
  const score = found.reduce((sum, { points }) => sum + points, 0);
  return {
    score: Math.min(100, Math.max(0, score)),
    reasons: found.flatMap(({ reason }) => reason === undefined ? [] : [reason]),
  };
}

function names(own: readonly string[], others: readonly string[]): Point {
  if (own.join(" ") === others.join(" ")) return { points: 50, reason: "the same name" };
  if (own.toSorted().join(" ") === others.toSorted().join(" ")) {
    return { points: 50, reason: "the same names in another order" };
  }
  const sameAs = (alike: (a: string, b: string) => boolean) => pairs(own, others, alike);
  const fewer = Math.min(own.length, others.length);
  const allOfOne = fewer >= 2 || own.length === others.length;
  if (allOfOne && sameAs((a, b) => a === b) === fewer) {
    return { points: 40, reason: "the same names but for one more" };
  }
  if (allOfOne && sameAs(soundsSame) === fewer) return { points: 45, reason: "a name that sounds the same" };
  if (allOfOne && sameAs(isOneOff) === fewer) return { points: 40, reason: "a name that is one letter off" };
  return sameAs(isOneOff) > 0 ? { points: 10, reason: "a name in common" } : { points: 0 };
}

/** How many words of one name have one like them in the other; each counts once. */
function pairs(
  own: readonly string[],
  others: readonly string[],
  alike: (a: string, b: string) => boolean,
): number {
  const left = [...others];
  let found = 0;
  for (const word of own) {
    const at = left.findIndex((other) => alike(word, other));
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  return found;
}

function soundsSame(a: string, b: string): boolean {
  return soundOf(a) === soundOf(b);
}

const FEWEST_LETTERS = 4; // of a word in which one may be wrong

function isOneOff(a: string, b: string): boolean {
  return soundsSame(a, b) || a.length >= FEWEST_LETTERS && isNear(lettersOf(a), lettersOf(b), 1);
}

function births(
  { date_of_birth: day, date_of_birth_estimated: estimated }: Person,
  patient: PatientRecord,
): Point {
  if (day === undefined) return { points: 0 };
  const guessed = estimated === true || patient.date_of_birth_estimated === true;
  switch (compareBirths(day, patient.date_of_birth, guessed)) {
    case "same":
      return { points: 35, reason: "born on the same day" };
    case "swapped":
      return { points: 25, reason: "day and month of birth changed places" };
    case "one digit":
      return { points: 20, reason: "birth dates that differ by one digit" };
    case "about":
      return { points: 20, reason: "born about the same time, the date estimated" };
    case "other":
      return { points: -15 };
  }
}

function phones(own: string, others: string): Point {
  const numbers = phonesOf(others);
  const same = phonesOf(own).some((phone) => phone !== "" && numbers.includes(phone));
  return same ? { points: 20, reason: "the same phone number" } : { points: 0 };
}

function genders(own: Person["gender"], other: PatientRecord["gender"]): Point {
  const known = (gender: Person["gender"]) => gender === "M" || gender === "F";
  return known(own) && known(other) && own !== other
    ? { points: -15, reason: "but another gender" }
    : { points: 0 };
}
