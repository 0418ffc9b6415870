import type { Department } from "@/clinic/departments/departments.ts";
import type { StaffMember } from "@/clinic/staff/staff.ts";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import type { Form } from "@/routes/(_shared)/forms/form.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { DateField } from "@/routes/(_shared)/forms/DateField.tsx";
import { Select } from "@/routes/(_shared)/forms/Select.tsx";
import { TextArea } from "@/routes/(_shared)/forms/TextArea.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

/** The fields of a visit, as they were typed. */
export interface TypedVisit {
  readonly department_id: string;
  readonly doctor_id: string;
  readonly visit_date: string;
  readonly visit_time: string;
  readonly notes: string;
}

export function readVisitForm(form: Form): TypedVisit {
  return {
    department_id: form.text("department_id"),
    doctor_id: form.text("doctor_id"),
    visit_date: form.text("visit_date"),
    visit_time: form.text("visit_time"),
    notes: form.text("notes"),
  };
}

interface VisitFieldsProps {
  readonly words: Words;
  readonly typed: TypedVisit;
  readonly departments: readonly Department[];
  readonly clinicians: readonly StaffMember[];
  readonly problems: readonly Problem[];
}

/** The fields of a visit. */
export function VisitFields({ words, typed, departments, clinicians, problems }: VisitFieldsProps) {
  const t = words.visits;
  return (
    <>
      <Select
        name="department_id"
        label={t.department}
        none={t.chooseDepartment}
        options={departments.map(({ department_id, name }) => ({ value: department_id, label: name }))}
        value={typed.department_id}
        problems={problems}
      />
      <Select
        name="doctor_id"
        label={t.doctor}
        none={t.chooseClinician}
        hint={clinicians.length === 0 ? t.noClinicians : undefined}
        options={clinicians.map(({ user_id, full_name }) => ({ value: user_id, label: full_name }))}
        value={typed.doctor_id}
        problems={problems}
      />
      <DateField name="visit_date" label={t.visit_date} value={typed.visit_date} problems={problems} />
      <TextField
        name="visit_time"
        label={t.visit_time}
        autocomplete="off"
        value={typed.visit_time}
        problems={problems}
      />
      <TextArea name="notes" label={t.notes} value={typed.notes} problems={problems} />
    </>
  );
}
