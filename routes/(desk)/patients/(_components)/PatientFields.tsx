import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import type { TypedPatient } from "./patient_form.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { DateField } from "@/routes/(_shared)/forms/DateField.tsx";
import { Radios } from "@/routes/(_shared)/forms/Radios.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface PatientFieldsProps {
  readonly words: Words;
  readonly typed: TypedPatient;
  readonly problems: readonly Problem[];
  /** YYYY-MM-DD where the clinic is: the last possible birth date. */
  readonly today: string;
}

/** The fields of a patient, in the order in which people tell it. */
export function PatientFields({ words, typed, problems, today }: PatientFieldsProps) {
  const t = words.patients;
  const genders = Object.entries(t.genders).map(([value, label]) => ({ value, label }));
  return (
    <>
      <TextField
        name="full_name"
        label={t.full_name}
        autocomplete="off"
        value={typed.full_name}
        problems={problems}
      />
      <DateField
        name="date_of_birth"
        label={t.date_of_birth}
        hint={t.dateHint}
        value={typed.date_of_birth}
        max={today}
        problems={problems}
      />
      <TextField
        name="age"
        label={t.ageInstead}
        hint={t.ageHint}
        autocomplete="off"
        value={typed.age}
        problems={problems}
      />
      <Radios
        name="gender"
        label={t.gender}
        options={genders}
        value={typed.gender}
        problems={problems}
      />
      <TextField
        name="contact_details"
        label={t.contact_details}
        hint={t.contactHint}
        autocomplete="off"
        value={typed.contact_details}
        problems={problems}
      />
      <TextField
        name="file_number"
        label={t.file_number}
        autocomplete="off"
        value={typed.file_number}
        problems={problems}
      />
    </>
  );
}
