import { page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { define } from "@/routes/(_shared)/define.ts";
import { bornInWords, genderInWords, nameInWords } from "@/routes/(_shared)/patient_words.ts";
import { patientSlip, printedInWords } from "@/routes/(_shared)/patient_slip.ts";
import { Title } from "@/routes/(_shared)/Title.tsx";
import { ToPrint } from "@/routes/(_shared)/ToPrint.tsx";
import { Barcode } from "@/routes/(_shared)/ui/Barcode.tsx";
import { PatientLabel } from "@/routes/(desk)/patients/(_components)/PatientLabel.tsx";

const BARCODE_MM = 58; // the label, less its margins

export const handler = define.handlers({
  GET: async (ctx) => page(await patientSlip(ctx)),
});

export default define.page<typeof handler>(({ data: { patient, barcode }, state }) => {
  const { words, info } = state;
  const t = words.print;
  const born = bornInWords(words, patient, today(info.clinic));
  return (
    <>
      <Title words={words} of={t.label} />
      <ToPrint
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
        {barcode && <Barcode modules={barcode} label={patient.file_number} mostMm={BARCODE_MM} />}
      </PatientLabel>
    </>
  );
});
