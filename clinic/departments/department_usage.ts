import { query } from "@/clinic/verb.ts";

/** A department, with how many staff and visits it has. */
export interface DepartmentUsage {
  readonly department_id: string;
  readonly name: string;
  readonly active: boolean;
  readonly version: number;
  /** How many active staff belong to it. */
  readonly staff: number;
  /** How many visits it has had in all, voided ones aside. */
  readonly visits: number;
}

/** Every department by name, inactive ones too, with how many staff and visits each has. */
export const departmentUsage = query(
  "department.list",
  async ({ clinic }, _: void): Promise<DepartmentUsage[]> => {
    const { directory, visits } = clinic.store;
    const totals = await visits.countByDepartment();
    const staff = [...directory.staff.values()].filter(({ active }) => active);
    const rows = [...directory.departments.values()].map(({ id, name, active, version }) => ({
      department_id: id,
      name,
      active,
      version,
      staff: staff.filter(({ department_id }) => department_id === id).length,
      visits: totals.get(id) ?? 0,
    }));
    return rows.sort((a, b) => a.name.localeCompare(b.name) || (a.department_id < b.department_id ? -1 : 1));
  },
);
