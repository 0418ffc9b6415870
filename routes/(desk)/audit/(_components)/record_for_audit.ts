import type { Scope } from "@/clinic/scope.ts";
import { ClinicError, type ClinicErrorCode } from "@/clinic/errors.ts";
import { viewPatient } from "@/clinic/patients/view_patient.ts";
import { mayDo } from "@/clinic/permissions.ts";

/** The record that the audit is filtered by, as far as the reader may know it. */
export interface RecordForAudit {
  /** A patient's name, else the id. */
  readonly name: string;
  /** The patient's page; undefined where it does not open, or is not for this role. */
  readonly href: string | undefined;
}

/** Names the record of an id. Showing a patient's name is reading the record, and is audited as such. */
export async function recordForAudit(scope: Scope, id: string): Promise<RecordForAudit> {
  const role = scope.actor?.role;
  if (!role || !mayDo(role, "patient.read")) return { name: id, href: undefined };
  try {
    const { view } = await viewPatient(scope, { id, withVoided: mayDo(role, "patient.see_voided") });
    return { name: view.full_name ?? id, href: `/patients/${view.patient_id}` };
  } catch (error) {
    if (!(error instanceof ClinicError) || !UNNAMED.includes(error.code)) throw error;
    return { name: id, href: undefined };
  }
}

/** The id is of a visit, or of nothing; or the record is damaged. */
const UNNAMED: readonly ClinicErrorCode[] = ["not_found", "record_unreadable"];
