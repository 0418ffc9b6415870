import type { Department } from "../../clinic/departments.ts";

/** The departments by name. */
export function Departments({ departments }: { departments: readonly Department[] }) {
  return (
    <ul class="tiles">
      {departments.map(({ department_id, name }) => <li key={department_id}>{name}</li>)}
    </ul>
  );
}
