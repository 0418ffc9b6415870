import { page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import {
  bornInWords,
  genderInWords,
  isEstimated,
  nameInWords,
} from "@/routes/(_shared)/words/patient_words.ts";
import { loadPatientSlip } from "./(_components)/patient_slip.ts";
import { printedInWords } from "@/routes/(_shared)/words/printed_in_words.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { PrintPageHead } from "@/routes/(_shared)/ui/PrintPageHead.tsx";
import { Barcode } from "./(_components)/Barcode.tsx";
import { PatientCard } from "./(_components)/PatientCard.tsx";
import { shortDay } from "@/routes/(_shared)/words/dates.ts";

const BARCODE_MM = 130; // A6 landscape, less its margins

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await loadPatientSlip(ctx)),
});

export default defineDesk.page<typeof handler>(({ data: { patient, barcode }, state }) => {
  const { words, info } = state;
  const { print: t, patients } = words;
  // A card is kept for years: the age is printed only where no birth date is known, beside the day of printing.
  const born = isEstimated(patient)
    ? bornInWords(words, patient, today(info.clinic))
    : shortDay(words, patient.date_of_birth ?? "");
  return (
    <>
      <Title words={words} text={t.card} />
      <PrintPageHead
        words={words}
        title={t.card}
        paper={t.cardPaper}
        back={{ href: `/patients/${patient.patient_id}`, label: nameInWords(words, patient) }}
      />
      {!barcode && <p class="note screen">{t.noBarcode}</p>}
      <PatientCard
        fileNumber={patient.file_number}
        name={patient.full_name}
        facts={[
          { term: patients.date_of_birth, detail: born },
          { term: patients.gender, detail: genderInWords(words, patient) },
        ]}
        advice={t.cardAdvice}
        printed={printedInWords(state)}
      >
        {barcode && <Barcode modules={barcode} label={patient.file_number} maxMm={BARCODE_MM} />}
      </PatientCard>
    </>
  );
});
