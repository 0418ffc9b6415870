import type { Context } from "fresh";
import { historyOf, type RecordHistory } from "@/clinic/audit/record_history.ts";
import { type Department, viewDepartment } from "@/clinic/departments/departments.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";

/** A form of the page that was refused: it is shown again, with what is wrong and what was typed. */
export interface RefusedDepartmentForm {
  readonly problems: readonly Problem[];
  /** The version that the form was made from. */
  readonly version: number | undefined;
  /** The name that was typed. */
  readonly name?: string;
}

export interface DepartmentPageData {
  readonly department: Department;
  readonly version: number;
  readonly history: RecordHistory;
  readonly refused: RefusedDepartmentForm | undefined;
}

/** Loads the page of the department in the address. @throws ClinicError forbidden | not_found */
export async function loadDepartmentPage(
  { state: { scope }, params }: Context<DeskState>,
  refused?: RefusedDepartmentForm,
): Promise<DepartmentPageData> {
  const id = params.id!;
  await requirePermission(scope, "department.change", { table: "department", id });
  const { version, view: department } = await viewDepartment(scope, { id });
  return { department, version, history: await historyOf(scope, { table: "department", id }), refused };
}
