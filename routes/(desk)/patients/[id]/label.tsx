import { page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { bornInWords, genderInWords, nameInWords } from "@/routes/(_shared)/words/patient_words.ts";
import { loadPatientSlip } from "./(_components)/patient_slip.ts";
import { printedInWords } from "@/routes/(_shared)/words/printed_in_words.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { PrintPageHead } from "@/routes/(_shared)/ui/PrintPageHead.tsx";
import { Barcode } from "./(_components)/Barcode.tsx";
import { PatientLabel } from "./(_components)/PatientLabel.tsx";

const BARCODE_MM = 58; // the label, less its margins

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await loadPatientSlip(ctx)),
});

export default defineDesk.page<typeof handler>(({ data: { patient, barcode }, state }) => {
  const { words, info } = state;
  const t = words.print;
  const born = bornInWords(words, patient, today(info.clinic));
  return (
    <>
      <Title words={words} text={t.label} />
      <PrintPageHead
        words={words}
        title={t.label}
        paper={t.labelPaper}
        back={{ href: `/patients/${patient.patient_id}`, label: nameInWords(words, patient) }}
      />
      {!barcode && <p class="note screen">{t.noBarcode}</p>}
      <PatientLabel
        fileNumber={patient.file_number}
        name={patient.full_name}
        line={`${born} · ${genderInWords(words, patient)}`}
        printed={printedInWords(state)}
      >
        {barcode && <Barcode modules={barcode} label={patient.file_number} maxMm={BARCODE_MM} />}
      </PatientLabel>
    </>
  );
});
