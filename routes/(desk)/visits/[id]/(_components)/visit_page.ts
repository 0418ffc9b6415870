import type { Context } from "fresh";
import { historyOf, type RecordHistory } from "@/clinic/audit/record_history.ts";
import { type Department, listDepartments } from "@/clinic/departments/departments.ts";
import { mayDo } from "@/clinic/permissions.ts";
import type { StaffMember } from "@/clinic/staff/staff.ts";
import { viewVisit } from "@/clinic/visits/view_visit.ts";
import type { FullVisit } from "@/clinic/visits/visit.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { listClinicians } from "@/routes/(desk)/visits/(_components)/clinicians.ts";
import type { TypedVisit } from "@/routes/(desk)/visits/(_components)/VisitFields.tsx";

/** What a visit's form offers to choose from. */
export interface VisitChoices {
  readonly departments: readonly Department[];
  readonly clinicians: readonly StaffMember[];
}

/** A form of the page that was refused: it is shown again, with what is wrong and what was typed. */
export interface RefusedVisitForm {
  readonly problems: readonly Problem[];
  /** The version that the form was made from. */
  readonly version: number | undefined;
  /** What was typed in the form that changes the visit. */
  readonly typed?: TypedVisit;
  /** What was typed in the form that voids the visit, or in the one that restores it. */
  readonly voidReason?: string;
  readonly restoreReason?: string;
}

export interface VisitPageData extends VisitChoices {
  readonly visit: FullVisit;
  readonly version: number;
  readonly history: RecordHistory | undefined;
  /** What the form that changes the visit holds. */
  readonly fields: TypedVisit;
  readonly refused: RefusedVisitForm | undefined;
}

/** Loads the page of the visit in the address. @throws ClinicError as viewVisit */
export async function loadVisitPage(
  { state: { scope, person: { role } }, params }: Context<DeskState>,
  refused?: RefusedVisitForm,
): Promise<VisitPageData> {
  const id = params.id!;
  const { version, view: visit } = await viewVisit(scope, {
    id,
    withVoided: mayDo(role, "visit.see_voided"),
  });
  const history = mayDo(role, "visit.read_history")
    ? await historyOf(scope, { table: "visit", id })
    : undefined;
  const fields = refused?.typed ?? toTypedVisit(visit);
  return { visit, version, history, fields, refused, ...await loadVisitChoices(scope) };
}

export async function loadVisitChoices(scope: DeskState["scope"]): Promise<VisitChoices> {
  const departments = await listDepartments(scope, { withInactive: true });
  return { departments, clinicians: await listClinicians(scope) };
}

function toTypedVisit({ department_id, doctor_id, visit_date, visit_time, notes }: FullVisit): TypedVisit {
  return { department_id, doctor_id, visit_date, visit_time, notes: notes ?? "" };
}
