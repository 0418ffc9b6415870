import { type Context, page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { changePatient, patientChange } from "@/clinic/patients/change_patient.ts";
import type { Patient } from "@/clinic/patients/patient.ts";
import { viewPatient } from "@/clinic/patients/view_patient.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { type Form, readForm } from "@/routes/(_shared)/forms/form.ts";
import { unlessVoided, voidedMeanwhileProblem } from "@/routes/(_shared)/forms/voided_meanwhile.ts";
import {
  readPatientForm,
  toPatientInput,
  toTypedPatient,
  type TypedPatient,
} from "@/routes/(desk)/patients/(_components)/patient_form.ts";
import { PatientFields } from "@/routes/(desk)/patients/(_components)/PatientFields.tsx";
import { PatientTable } from "@/routes/(desk)/patients/(_components)/PatientTable.tsx";
import { isEstimated, nameInWords } from "@/routes/(_shared)/words/patient_words.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { VersionField, versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await loadPage(ctx, undefined, [], undefined)),

  async POST(ctx) {
    const { state: { scope, words, info }, params } = ctx;
    const id = params.id!;
    const form = await readForm(ctx);
    const typed = readPatientForm(form);
    const ifVersion = versionIn(form);
    const { input, problems } = toPatientInput(words, typed, today(info.clinic), form.text("estimated"));
    const change = () =>
      submit(words, patientChange, input, (change) => changePatient(scope, { id, change, ifVersion }));
    const done = problems.length > 0 ? { problems, result: undefined } : await unlessVoided(change);
    if (done?.result) return ctx.redirect(`/patients/${id}?done=changed`, 303);
    const refused = await unlessVoided(() => loadPage(ctx, typed, done?.problems ?? [], ifVersion));
    return refused ? page(refused, { status: 422 }) : page(toVoidedPage(words, form), { status: 409 });
  },
});

interface ChangePageData {
  /** As it is now; undefined where it was voided while the form was open. */
  readonly patient: Patient | undefined;
  readonly version: number | undefined;
  /** The birth date if it is estimated, else "". */
  readonly estimated: string;
  /** What the form holds. */
  readonly typed: TypedPatient;
  readonly problems: readonly Problem[];
  /** Whether somebody else has changed it since the form was made: then both versions are shown. */
  readonly wasChanged: boolean;
}

async function loadPage(
  { state: { scope }, params }: Context<DeskState>,
  typed: TypedPatient | undefined,
  problems: readonly Problem[],
  madeFrom: number | undefined,
): Promise<ChangePageData> {
  const { version, view } = await viewPatient(scope, { id: params.id!, withVoided: false });
  const wasChanged = madeFrom !== undefined && madeFrom !== version;
  const estimated = isEstimated(view) ? view.date_of_birth ?? "" : "";
  return { patient: view, version, estimated, typed: typed ?? toTypedPatient(view), problems, wasChanged };
}

/** The form as it was sent, without the record, which was voided meanwhile. */
function toVoidedPage(words: Words, form: Form): ChangePageData {
  return {
    patient: undefined,
    version: versionIn(form),
    estimated: form.text("estimated"),
    typed: readPatientForm(form),
    problems: [voidedMeanwhileProblem(words)],
    wasChanged: false,
  };
}

export default defineDesk.page<typeof handler>(({ data, state: { words, info }, params }) => {
  const { patient, version, estimated, typed, problems, wasChanged } = data;
  const t = words.patients;
  const path = `/patients/${params.id}`;
  const day = today(info.clinic);
  return (
    <>
      <Title words={words} text={t.changeDetails} hasProblems={problems.length > 0} />
      <Crumbs href={path} label={patient ? nameInWords(words, patient) : t.one} />
      <ErrorSummary words={words} problems={problems} />
      <PageHead title={t.changeDetails} />
      {patient && wasChanged && (
        <>
          <Banner tone="note">{t.wasChanged}</Banner>
          <PatientTable words={words} caption={t.one} patients={[patient]} today={day} />
        </>
      )}
      <PostForm id="form" class="card narrow" action={`${path}/change`}>
        {version !== undefined && <VersionField version={version} />}
        {estimated !== "" && <input type="hidden" name="estimated" value={estimated} />}
        <PatientFields words={words} typed={typed} problems={problems} today={day} />
        <button class="button" type="submit">{words.common.save}</button>
      </PostForm>
    </>
  );
});
