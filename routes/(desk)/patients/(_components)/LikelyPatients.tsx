import type { LikelyPatient } from "@/clinic/patients/duplicates/find_duplicates.ts";
import { bornInWords, nameInWords } from "@/routes/(_shared)/words/patient_words.ts";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { textFor, type Words } from "@/routes/(_shared)/words/words.ts";

interface LikelyPatientsProps {
  readonly words: Words;
  readonly likely: readonly LikelyPatient[];
  /** YYYY-MM-DD where the clinic is. */
  readonly today: string;
}

/** Patients who may be the same person, and why: shown before a second record of somebody is made. */
export function LikelyPatients({ words, likely, today }: LikelyPatientsProps) {
  const t = words.patients;
  return (
    <Banner tone="note">
      <h2>{t.possibleDuplicate}</h2>
      <ul>
        {likely.map((patient) => (
          <li key={patient.patient_id}>
            <a href={`/patients/${patient.patient_id}`}>{nameInWords(words, patient)}</a>,{" "}
            {bornInWords(words, patient, today)}, {patient.file_number}:{" "}
            {patient.reasons.map((reason) => textFor(t.reasons, reason) ?? reason).join(", ")}
          </li>
        ))}
      </ul>
      <p>{t.possibleDuplicateAdvice}</p>
    </Banner>
  );
}
