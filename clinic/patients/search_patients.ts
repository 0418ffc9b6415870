import type { Page } from "@/clinic/listing.ts";
import { auditedQuery } from "@/clinic/verb.ts";
import { type Patient, subjectsOfPatients, toPatient } from "./patient.ts";

/**
 * The patients that a search finds, best first; all patients, in the order of registration, for a blank one. `total` is how
 * many were found. @throws ClinicError forbidden
 */
export const searchPatients = auditedQuery(
  "patient.search",
  async (
    { clinic },
    { search, limit }: { search: string; limit: number },
  ): Promise<Page<Patient, string>> => {
    const { finder, patients } = clinic.store;
    const { total, rows } = isBlank(search)
      ? { total: await patients.total(false), rows: await patients.page("", limit, false) }
      : await finder.find(search, limit);
    return { total, items: rows.map(toPatient), next: undefined };
  },
  subjectsOfPatients,
);

/** Whether a search text holds nothing to search for. */
export function isBlank(search: string): boolean {
  return search.trim() === "";
}
