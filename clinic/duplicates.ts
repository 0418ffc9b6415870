import type { FoundPatient, PatientFinder } from "../db/patient_finder.ts";
import { mayBeBornOn } from "./births.ts";
import { LIKELY, type Likeness, likenessOf, type Person } from "./likeness.ts";

/** Somebody registered already who is likely the same person. */
export interface Duplicate extends Likeness {
  readonly row: FoundPatient;
}

const MOST_OPENED = 50;
const MOST_SHOWN = 10;

/** The likeliest first, those registered first before others as likely; at most 10. @throws DatabaseAway */
export async function likelyDuplicates(finder: PatientFinder, person: Person): Promise<Duplicate[]> {
  const { date_of_birth: day, date_of_birth_estimated: estimated = false, contact_details = "" } = person;
  const fits = day === undefined ? () => true : mayBeBornOn(day, estimated);
  const rows = await finder.whoMayBe({ ...person, contact_details }, fits, MOST_OPENED);
  const compared = rows.map((row) => ({ row, ...likenessOf(person, row.record) }));
  return compared.filter(({ score }) => score >= LIKELY).sort((a, b) => b.score - a.score).slice(
    0,
    MOST_SHOWN,
  );
}
