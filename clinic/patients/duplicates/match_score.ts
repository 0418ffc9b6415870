import type { PatientRecord } from "@/db/tables/patients.ts";
import { foldedPhones } from "@/db/name_index/rule/entry.ts";
import { compareBirths } from "./compare_births.ts";
import { compareNames, Name, type NameComparison } from "./compare_names.ts";

/** What is known of somebody who may be registered already. */
export interface PersonDetails {
  readonly full_name: string;
  /** YYYY-MM-DD */
  readonly date_of_birth?: string | undefined;
  readonly date_of_birth_estimated?: boolean | undefined;
  readonly gender?: PatientRecord["gender"] | undefined;
  readonly contact_details?: string | undefined;
}

/** How likely two descriptions are of one person: 0 to 100, and why, in words. */
export interface MatchScore {
  readonly score: number;
  readonly reasons: readonly string[];
}

/** From this score on a patient is a likely duplicate. */
export const DUPLICATE_THRESHOLD = 50;

interface Point {
  readonly points: number;
  readonly reason?: string;
}

/**
 * Scores patients against one person: points for fields that agree and against those that do not, as in record linkage
 * (I. P. Fellegi and A. B. Sunter, 1969). The weights are ours: a name and a birth date together reach the threshold, either
 * alone does not.
 */
export function matchScorer(person: PersonDetails): (patient: PatientRecord) => MatchScore {
  const name = new Name(person.full_name);
  const numbers = foldedPhones(person.contact_details ?? "");
  return (patient) =>
    addUp([
      NAMES[compareNames(name, new Name(patient.full_name))],
      births(person, patient),
      phones(numbers, foldedPhones(patient.contact_details)),
      genders(person.gender, patient.gender),
    ]);
}

function addUp(found: readonly Point[]): MatchScore {
  const score = found.reduce((sum, { points }) => sum + points, 0);
  return {
    score: Math.min(100, Math.max(0, score)),
    reasons: found.flatMap(({ reason }) => reason === undefined ? [] : [reason]),
  };
}

const NAMES: Readonly<Record<NameComparison, Point>> = {
  "same": { points: 50, reason: "the same name" },
  "another order": { points: 50, reason: "the same names in another order" },
  "one more": { points: 40, reason: "the same names but for one more" },
  "same sound": { points: 45, reason: "a name that sounds the same" },
  "one letter off": { points: 40, reason: "a name that is one letter off" },
  "one in common": { points: 10, reason: "a name in common" },
  "other": { points: 0 },
};

function births(
  { date_of_birth: day, date_of_birth_estimated: estimated }: PersonDetails,
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

function phones(own: readonly string[], others: readonly string[]): Point {
  const same = own.some((phone) => others.includes(phone));
  return same ? { points: 20, reason: "the same phone number" } : { points: 0 };
}

function genders(own: PersonDetails["gender"], other: PatientRecord["gender"]): Point {
  const known = (gender: PersonDetails["gender"]) => gender === "M" || gender === "F";
  return known(own) && known(other) && own !== other
    ? { points: -15, reason: "but another gender" }
    : { points: 0 };
}
