import type { Page } from "@/clinic/listing.ts";
import { auditedQuery } from "@/clinic/verb.ts";
import { type Patient, subjectsOfPatients, toPatient } from "./patient.ts";

/** The patients that a search finds, best first. `total` is how many were found. @throws ClinicError forbidden */
export const searchPatients = auditedQuery(
  "patient.search",
  async (
    { clinic },
    { search, limit }: { search: string; limit: number },
  ): Promise<Page<Patient, string>> => {
    const { total, rows } = await clinic.store.finder.find(search, limit);
    return { total, items: rows.map(toPatient), next: undefined };
  },
  subjectsOfPatients,
);

/** Whether a search text holds nothing to search for. */
export function isBlank(search: string): boolean {
  return search.trim() === "";
}
