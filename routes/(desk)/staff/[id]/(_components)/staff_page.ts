import type { Context } from "fresh";
import { historyOf, type RecordHistory } from "@/clinic/audit/record_history.ts";
import { type Department, listDepartments } from "@/clinic/departments/departments.ts";
import { type StaffAccount, viewAccount } from "@/clinic/staff/view_account.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import type { TypedStaff } from "@/routes/(desk)/staff/(_components)/StaffFields.tsx";

/** A form of the page that was refused: it is shown again, with what is wrong and what was typed. */
export interface RefusedStaffForm {
  readonly problems: readonly Problem[];
  /** The version that the form was made from. */
  readonly version: number | undefined;
  /** What was typed in the form for the details. */
  readonly typed?: TypedStaff;
}

export interface StaffPageData {
  readonly account: StaffAccount;
  readonly history: RecordHistory;
  /** What can be chosen: departments in use, and the one that is chosen. */
  readonly departments: readonly Department[];
  /** What the form for the details holds. */
  readonly fields: TypedStaff;
  readonly refused: RefusedStaffForm | undefined;
}

/** Loads the page of the member of staff in the address. @throws ClinicError as viewAccount */
export async function loadStaffPage(
  { state: { scope }, params }: Context<DeskState>,
  refused?: RefusedStaffForm,
): Promise<StaffPageData> {
  const account = await viewAccount(scope, { id: params.id! });
  const { full_name, role, department_id } = account;
  const fields = refused?.typed ?? { full_name, role, department_id: department_id ?? "" };
  const all = await listDepartments(scope, { withInactive: true });
  return {
    account,
    history: await historyOf(scope, { table: "staff", id: account.user_id }),
    departments: all.filter((each) => each.active || each.department_id === fields.department_id),
    fields,
    refused,
  };
}
