import type { Context } from "fresh";
import { historyOf, type RecordHistory } from "@/clinic/audit/record_history.ts";
import type { Patient } from "@/clinic/patients/patient.ts";
import { viewPatient } from "@/clinic/patients/view_patient.ts";
import { pageOf } from "@/clinic/listing.ts";
import { mayDo } from "@/clinic/permissions.ts";
import { listVisitsOfPatient } from "@/clinic/visits/list_visits.ts";
import type { Visit } from "@/clinic/visits/visit.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { formatVisitCursor, parseVisitCursor } from "@/routes/(_shared)/http/visit_cursor.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";

const VISITS_PER_PAGE = 20;

/** The form that voids or restores the record, when it was refused. */
export interface RefusedPatientForm {
  readonly problems: readonly Problem[];
  /** What was typed in the form that voids the record, or in the one that restores it. */
  readonly voidReason?: string;
  readonly restoreReason?: string;
}

export interface PatientPageData {
  readonly patient: Patient;
  readonly version: number;
  readonly visits: PatientVisits;
  readonly history: RecordHistory | undefined;
  readonly refused: RefusedPatientForm | undefined;
}

/** A page of a patient's visits, newest first. */
export interface PatientVisits {
  readonly items: readonly Visit[];
  readonly total: number;
  /** The cursor of the next page. */
  readonly older: string | undefined;
}

/** Loads the page of the patient in the address. @throws ClinicError as viewPatient */
export async function loadPatientPage(
  ctx: Context<DeskState>,
  refused?: RefusedPatientForm,
): Promise<PatientPageData> {
  const { state: { scope, person: { role } }, params, url } = ctx;
  const id = params.id!;
  const withVoided = mayDo(role, "patient.see_voided");
  const { version, view: patient } = await viewPatient(scope, { id, withVoided });
  const { listing } = await listVisitsOfPatient(scope, {
    patientId: id,
    withVoided,
    after: parseVisitCursor(url.searchParams.get("after")),
    limit: VISITS_PER_PAGE,
  });
  const history = mayDo(role, "patient.read_history")
    ? await historyOf(scope, { table: "patient", id })
    : undefined;
  const { items, total, next } = pageOf(listing);
  const visits = { items, total, older: next && formatVisitCursor(next) };
  return { patient, version, visits, history, refused };
}
