import type { VisitKey } from "@/db/tables/visits.ts";
import { clinicOf } from "@/clinic/clinic.ts";
import type { Scope } from "@/clinic/scope.ts";
import { type Page, pageOf } from "@/clinic/listing.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { listVisits, type VisitListFilter } from "./list_visits.ts";
import type { VisitWithPatient } from "./visit.ts";

/** A visit with whose it is; `patient` is null where the patient's record cannot be opened. */
export interface VisitInRegister extends VisitWithPatient {
  readonly patient: { readonly full_name: string; readonly file_number: string } | null;
}

/**
 * A page of listVisits() with the patients' names. The audit has one entry for both: it names these patients.
 * @throws ClinicError as listVisits
 */
export async function visitRegister(
  scope: Scope,
  filter: VisitListFilter & { readonly limit: number },
): Promise<Page<VisitInRegister, VisitKey>> {
  await requirePermission(scope, "patient.read");
  const { total, items: visits, next } = pageOf(await listVisits(scope, filter));
  const ids = [...new Set(visits.map(({ patient_id }) => patient_id))];
  const patients = new Map(
    (await clinicOf(scope.clinic).store.patients.byIds(ids)).map((row) => [row.id, row.record]),
  );
  const named = visits.map((visit) => ({ ...visit, patient: nameIn(patients.get(visit.patient_id)) }));
  return { total, items: named, next };
}

function nameIn(record: { full_name: string; file_number: string } | Error | undefined) {
  if (record === undefined || record instanceof Error) return null;
  return { full_name: record.full_name, file_number: record.file_number };
}
