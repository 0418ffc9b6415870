import { page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { findDuplicates, type LikelyPatient } from "@/clinic/patients/duplicates/find_duplicates.ts";
import { type NewPatient, newPatient } from "@/clinic/patients/patient.ts";
import { registerPatient } from "@/clinic/patients/register_patient.ts";
import { suggestFileNumber } from "@/clinic/patients/suggest_file_number.ts";
import { type Submission, submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { LikelyPatients } from "./(_components)/LikelyPatients.tsx";
import {
  blankPatient,
  readPatientForm,
  toPatientInput,
  type TypedPatient,
} from "./(_components)/patient_form.ts";
import { PatientFields } from "./(_components)/PatientFields.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

interface NewPatientPageData {
  readonly typed: TypedPatient;
  readonly problems: readonly Problem[];
  /** Patients who may be the same person, shown before a second record is made. */
  readonly likely: readonly LikelyPatient[];
}

export const handler = defineDesk.handlers({
  async GET({ state }) {
    const typed = blankPatient(await suggestFileNumber(state.scope, undefined));
    return page<NewPatientPageData>({ typed, problems: [], likely: [] });
  },

  async POST(ctx) {
    const { state } = ctx;
    const form = await readForm(ctx);
    const typed = readPatientForm(form);
    const { result, problems } = await register(state, typed, form.has("anyway"));
    if (!result) return page<NewPatientPageData>({ typed, problems, likely: [] }, { status: 422 });
    if (result.likely.length > 0) {
      return page<NewPatientPageData>({ typed, problems: [], likely: result.likely });
    }
    return ctx.redirect(`/patients/${result.id}?done=registered`, 303);
  },
});

interface Registered {
  readonly id?: string;
  readonly likely: readonly LikelyPatient[];
}

/** Registers the patient, unless there are possible duplicates and the form does not say that it is none of them. */
async function register(
  { words, scope, info }: DeskState,
  typed: TypedPatient,
  anyway: boolean,
): Promise<Submission<Registered>> {
  const { input, problems } = toPatientInput(words, typed, today(info.clinic));
  if (problems.length > 0) return { problems };
  return await submit(words, newPatient, input, async (patient: NewPatient) => {
    const { file_number: _, ...described } = patient;
    const likely = anyway ? [] : await findDuplicates(scope, described);
    if (likely.length > 0) return { likely };
    return { id: (await registerPatient(scope, patient)).id, likely };
  });
}

export default defineDesk.page<typeof handler>(
  ({ data: { typed, problems, likely }, state: { words, info } }) => {
    const t = words.patients;
    const day = today(info.clinic);
    return (
      <>
        <Title words={words} text={t.register} hasProblems={problems.length > 0} />
        <Crumbs href="/patients" label={t.title} />
        <ErrorSummary words={words} problems={problems} />
        <PageHead title={t.register} />
        {likely.length > 0 && <LikelyPatients words={words} likely={likely} today={day} />}
        <PostForm id="form" class="card narrow" action="/patients/new">
          <PatientFields words={words} typed={typed} problems={problems} today={day} />
          {likely.length > 0 && <input type="hidden" name="anyway" value="yes" />}
          <button class="button" type="submit">
            {likely.length > 0 ? t.registerAnyway : t.registerNow}
          </button>
        </PostForm>
      </>
    );
  },
);
