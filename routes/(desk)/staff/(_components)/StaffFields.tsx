import type { Department } from "@/clinic/departments/departments.ts";
import { roles } from "@/clinic/roles.ts";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import type { Form } from "@/routes/(_shared)/forms/form.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { Select } from "@/routes/(_shared)/forms/Select.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** The fields of a member of staff, as they were typed. */
export interface TypedStaff {
  readonly full_name: string;
  readonly role: string;
  readonly department_id: string;
}

export function readStaffForm(form: Form): TypedStaff {
  return {
    full_name: form.text("full_name"),
    role: form.text("role"),
    department_id: form.text("department_id"),
  };
}

interface StaffFieldsProps {
  readonly words: Words;
  readonly typed: TypedStaff;
  readonly departments: readonly Department[];
  readonly problems: readonly Problem[];
}

/** The fields of a member of staff, except the username. */
export function StaffFields({ words, typed, departments, problems }: StaffFieldsProps) {
  const t = words.staff;
  return (
    <>
      <TextField
        name="full_name"
        label={t.full_name}
        autocomplete="off"
        value={typed.full_name}
        problems={problems}
      />
      <Select
        name="role"
        label={t.role}
        none={t.chooseRole}
        options={roles.map((role) => ({ value: role, label: words.common.roles[role] }))}
        value={typed.role}
        problems={problems}
      />
      <Select
        name="department_id"
        label={t.department}
        hint={t.departmentHint}
        none={t.noDepartment}
        options={departments.map(({ department_id, name }) => ({ value: department_id, label: name }))}
        value={typed.department_id}
        problems={problems}
      />
    </>
  );
}
