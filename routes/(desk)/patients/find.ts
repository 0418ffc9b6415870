import type { FoundPatients } from "@/islands/PatientSuggestions.tsx";
import { today } from "@/clinic/calendar.ts";
import { isBlank, searchPatients } from "@/clinic/patients/search_patients.ts";
import type { Patient } from "@/clinic/patients/patient.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { bornInWords, genderInWords, nameInWords } from "@/routes/(_shared)/words/patient_words.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";

const MAX_SUGGESTIONS = 8; // Enter shows the rest

/** The suggestions under the search. By POST: browsers and logs remember addresses, and this one would hold a name. */
export const handler = defineDesk.handlers({
  async POST(ctx) {
    const form = await readForm(ctx);
    return ctx.json(await findPatients(ctx.state, form.text("q").slice(0, 500)));
  },
});

async function findPatients(state: DeskState, search: string): Promise<FoundPatients> {
  const { scope, words: { patients: t } } = state;
  if (isBlank(search)) return { summary: "", patients: [] };
  const { total, items } = await searchPatients(scope, { search, limit: MAX_SUGGESTIONS });
  const patients = items.map((patient) => toSuggestion(state, patient));
  const howMany = total > MAX_SUGGESTIONS
    ? t.foundFirst(MAX_SUGGESTIONS, total)
    : total > 0
    ? t.found(total)
    : t.noneFound;
  return { summary: howMany, patients };
}

function toSuggestion(
  { words, info: { clinic } }: DeskState,
  patient: Patient,
): FoundPatients["patients"][number] {
  const facts = [
    genderInWords(words, patient),
    bornInWords(words, patient, today(clinic)),
    patient.file_number,
    patient.contact_details,
  ];
  return {
    href: `/patients/${patient.patient_id}`,
    name: nameInWords(words, patient),
    facts: facts.filter(Boolean).join(" · "),
  };
}
