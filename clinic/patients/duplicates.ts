import type { OpenPatientRow } from "@/db/tables/patients.ts";
import type { PatientFinder } from "@/db/name_index/patient_finder.ts";
import { timeSliced } from "@/db/time_slices.ts";
import { plausibleBirthDays } from "./births.ts";
import { LIKELY, type Likeness, likenessTo, type Person } from "./likeness.ts";

/** Somebody registered already who is likely the same person. */
export interface Duplicate extends Likeness {
  readonly row: OpenPatientRow;
}

const MOST_SHOWN = 10;

/**
 * The likeliest first, those registered first before others as likely; at most 10.
 * @param mostOpened of how many the records are compared: those with the most names alike come first @throws DatabaseUnavailable
 */
export async function likelyDuplicates(
  finder: PatientFinder,
  person: Person,
  mostOpened: number,
): Promise<Duplicate[]> {
  const { date_of_birth: day, date_of_birth_estimated: estimated = false, contact_details = "" } = person;
  const days = day === undefined ? undefined : plausibleBirthDays(day, estimated);
  const rows = await finder.findCandidates({ ...person, contact_details }, days, mostOpened);
  const likely = await timeSliced.foreground(eachLikely(person, rows));
  return likely.sort(byScore).slice(0, MOST_SHOWN);
}

/** Yields after each, so that others get their turn: names of many long words take long to compare. */
function* eachLikely(person: Person, rows: readonly OpenPatientRow[]): Generator<void, Duplicate[]> {
  const likenessOf = likenessTo(person);
  const likely: Duplicate[] = [];
  for (const row of rows) {
    const likeness = likenessOf(row.record);
    if (likeness.score >= LIKELY) likely.push({ row, ...likeness });
    yield;
  }
  return likely;
}

function byScore(a: Duplicate, b: Duplicate): number {
  return b.score - a.score || (a.row.id < b.row.id ? -1 : 1);
}
