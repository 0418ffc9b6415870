import { randomPatients } from "@/cli/seed/patients.ts";
import { Random } from "@/cli/seed/random.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";

const TODAY = "2025-11-30"; // fixed, so that every run has the same people
const FIRST_NUMBER = 10_001;
const FIRST_NEW_NUMBER = 5_000_000;

/** So many invented patients of a clinic, the same in every run and every process, in order of registration. */
export function* people(count: number): Generator<PatientRecord> {
  const invented = randomPatients(new Random(20_251_130), TODAY, FIRST_NUMBER);
  for (let n = 0; n < count; n++) yield invented.next().value;
}

/** So many others who are not among them: no two alike, and each with a phone of their own. */
export function newcomers(count: number): PatientRecord[] {
  const invented = randomPatients(new Random(1_966), TODAY, FIRST_NEW_NUMBER);
  const seen = new Set<string>();
  const found: PatientRecord[] = [];
  while (found.length < count) {
    const person = invented.next().value;
    const alike = `${person.full_name} ${person.date_of_birth}`;
    if (seen.has(alike)) continue;
    seen.add(alike);
    found.push({ ...person, contact_details: `+2665${String(found.length).padStart(7, "0")}` });
  }
  return found;
}
