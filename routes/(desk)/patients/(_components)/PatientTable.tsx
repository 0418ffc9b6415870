import type { Patient } from "@/clinic/patients/patient.ts";
import { bornInWords, genderInWords, nameInWords } from "@/routes/(_shared)/words/patient_words.ts";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface PatientTableProps {
  readonly words: Words;
  readonly caption: string;
  readonly patients: readonly Patient[];
  /** YYYY-MM-DD where the clinic is. */
  readonly today: string;
}

/** Patients, each with a link to their page. */
export function PatientTable({ words, caption, patients, today }: PatientTableProps) {
  const t = words.patients;
  return (
    <Table
      caption={caption}
      captionUnseen
      rows={patients}
      keyOf={({ patient_id }) => patient_id}
      hrefOf={({ patient_id }) => `/patients/${patient_id}`}
      columns={[
        { head: t.full_name, cell: (patient) => nameInWords(words, patient) },
        { head: t.file_number, cell: ({ file_number }) => file_number },
        { head: t.date_of_birth, cell: (patient) => bornInWords(words, patient, today) },
        { head: t.gender, cell: (patient) => genderInWords(words, patient) },
        { head: t.contact_details, cell: ({ contact_details }) => contact_details },
      ]}
    />
  );
}
