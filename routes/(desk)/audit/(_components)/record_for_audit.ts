import type { Scope } from "@/clinic/scope.ts";
import { ClinicError, type ClinicErrorCode } from "@/clinic/errors.ts";
import { viewPatient } from "@/clinic/patients/patients.ts";
import { mayDo } from "@/clinic/roles.ts";

/** What the audit is asked about, as far as whoever asks may know it. */
export interface RecordForAudit {
  /** A patient's name, else the id. */
  readonly name: string;
  /** The patient's page; undefined where it does not open, or is not for this role. */
  readonly href: string | undefined;
}

/** Names the record of an id. Showing a patient's name is reading the record, and audited as that. */
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

/** A visit's id, or nobody's; a damaged record. */
const UNNAMED: readonly ClinicErrorCode[] = ["not_found", "record_unreadable"];
