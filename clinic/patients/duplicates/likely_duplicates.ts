import type { OpenPatientRow } from "@/db/tables/patients.ts";
import type { PatientFinder } from "@/db/name_index/patient_finder.ts";
import { timeSliced } from "@/db/time_slices.ts";
import { plausibleBirthDays } from "./compare_births.ts";
import { DUPLICATE_THRESHOLD, type MatchScore, matchScorer, type PersonDetails } from "./match_score.ts";

/** A registered patient who is likely the same person. */
export interface Duplicate extends MatchScore {
  readonly row: OpenPatientRow;
}

const MAX_RESULTS = 10;

/**
 * The 10 best matches, the best first; of equal scores the one registered first.
 * @param maxCompared how many records to compare: those with the most matching names first @throws DatabaseUnavailable
 */
export async function likelyDuplicates(
  finder: PatientFinder,
  person: PersonDetails,
  maxCompared: number,
): Promise<Duplicate[]> {
  const { date_of_birth: day, date_of_birth_estimated: estimated = false, contact_details = "" } = person;
  const days = day === undefined ? undefined : plausibleBirthDays(day, estimated);
  const rows = await finder.findCandidates({ ...person, contact_details }, days, maxCompared);
  const likely = await timeSliced.foreground(scoreEach(person, rows));
  return likely.sort(byScore).slice(0, MAX_RESULTS);
}

/** Yields after each record, so that other requests are served: names of many long words take long to compare. */
function* scoreEach(person: PersonDetails, rows: readonly OpenPatientRow[]): Generator<void, Duplicate[]> {
  const score = matchScorer(person);
  const likely: Duplicate[] = [];
  for (const row of rows) {
    const likeness = score(row.record);
    if (likeness.score >= DUPLICATE_THRESHOLD) likely.push({ row, ...likeness });
    yield;
  }
  return likely;
}

function byScore(a: Duplicate, b: Duplicate): number {
  return b.score - a.score || (a.row.id < b.row.id ? -1 : 1);
}
