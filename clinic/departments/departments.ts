import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { Department as DepartmentRow } from "@/db/tables/departments.ts";
import type { ClinicScope } from "@/clinic/clinic.ts";
import { currentDepartment } from "@/clinic/current_rows.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { departmentName } from "@/clinic/fields.ts";
import { type ChangeRequest, isEmptyChange, updateRow } from "@/clinic/update_row.ts";
import { command, query } from "@/clinic/verb.ts";

// This folder is the departments: adding and changing them, how much each is used, and what a new clinic still lacks.

export const newDepartment = z.strictObject({ name: departmentName });
export type NewDepartment = z.infer<typeof newDepartment>;

export const departmentChange = z.strictObject({ name: departmentName, active: z.boolean() }).partial();
export type DepartmentChange = z.infer<typeof departmentChange>;

export interface Department {
  readonly department_id: string;
  readonly name: string;
  /** Only where inactive ones are listed too, or one department is viewed. */
  readonly active?: boolean;
}
export interface DepartmentInFull extends Department {
  readonly active: boolean;
}

/** The departments by name: the active ones, or all of them. */
export const listDepartments = query(
  "department.list",
  ({ clinic }, { withInactive }: { withInactive: boolean }): Promise<Department[]> => {
    const rows = [...clinic.store.directory.departments.values()].filter(({ active }) =>
      active || withInactive
    );
    rows.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    return Promise.resolve(rows.map((row) => withInactive ? toDepartmentWithActive(row) : toDepartment(row)));
  },
);

/** One department and its version. @throws ClinicError not_found */
export const viewDepartment = query("department.read", (scope, { id }: { id: string }) => {
  const row = requireDepartment(scope, id);
  return Promise.resolve({ version: row.version, view: toDepartmentWithActive(row) });
});

/** A department is added; returns its id. @throws ClinicError department_name_taken */
export const addDepartment = command(
  "department.add",
  async ({ clinic, commit }, { name }: NewDepartment) => {
    const row: DepartmentRow = { id: uuidv7(), version: 1, name, active: true };
    await commit(clinic.store.departments.insert(row));
    return { id: row.id, version: 1 };
  },
);

/**
 * A department is renamed, deactivated or activated again. Old visits keep their department.
 * @throws ClinicError not_found | department_name_taken | version_conflict
 */
export const changeDepartment = command(
  "department.change",
  ({ clinic, commit }, { id, change, ifVersion }: ChangeRequest<DepartmentChange>) =>
    updateRow(() => currentDepartment(clinic, id), ifVersion, async (row) => {
      if (isEmptyChange(change)) return { id, version: row.version };
      const revised = { ...row, ...change, version: row.version + 1 };
      await commit(clinic.store.departments.update(revised));
      return { id, version: revised.version };
    }),
);

function requireDepartment({ clinic }: ClinicScope, id: string): DepartmentRow {
  const row = clinic.store.directory.departments.get(id);
  if (!row) throw new ClinicError("not_found");
  return row;
}

function toDepartment({ id, name }: DepartmentRow): Department {
  return { department_id: id, name };
}

function toDepartmentWithActive({ id, name, active }: DepartmentRow): DepartmentInFull {
  return { department_id: id, name, active };
}
