import { type Context, page } from "fresh";
import { today } from "../../../../clinic/calendar.ts";
import { changePatient, type Patient, patientChange, viewPatient } from "../../../../clinic/patients.ts";
import { attempt } from "../../../(_shared)/attempt.ts";
import { define } from "../../../(_shared)/define.ts";
import { ErrorSummary } from "../../../(_shared)/ErrorSummary.tsx";
import { readForm } from "../../../(_shared)/form.ts";
import { givenFrom, typedIn, typedOf, type TypedPatient } from "../../../(_shared)/patient_form.ts";
import { PatientFields } from "../../../(_shared)/PatientFields.tsx";
import { PatientTable } from "../../../(_shared)/PatientTable.tsx";
import { isEstimated, nameInWords } from "../../../(_shared)/patient_words.ts";
import type { Problem } from "../../../(_shared)/problems.ts";
import type { State } from "../../../(_shared)/state.ts";
import { Title } from "../../../(_shared)/Title.tsx";
import { Banner } from "../../../(_shared)/ui/Banner.tsx";
import { Crumbs } from "../../../(_shared)/ui/Crumbs.tsx";
import { PageHead } from "../../../(_shared)/ui/PageHead.tsx";
import { VersionField, versionIn } from "../../../(_shared)/version_field.tsx";
import { PostForm } from "../../../(_shared)/PostForm.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await shown(ctx, undefined, [], undefined)),

  async POST(ctx) {
    const { state: { scope, words, house }, params, redirect } = ctx;
    const id = params.id!;
    const form = await readForm(ctx);
    const typed = typedIn(form);
    const ifVersion = versionIn(form);
    const { given, problems } = givenFrom(words, typed, today(house.clinic), form.text("estimated"));
    if (problems.length > 0) return page(await shown(ctx, typed, problems, ifVersion), { status: 422 });
    const done = await attempt(
      words,
      patientChange,
      given,
      (change) => changePatient(scope, { id, change, ifVersion }),
    );
    if (!done.result) return page(await shown(ctx, typed, done.problems, ifVersion), { status: 422 });
    return redirect(`/patients/${id}?done=changed`, 303);
  },
});

interface Shown {
  /** As it is now. */
  readonly patient: Patient;
  readonly version: number;
  /** What stands in the form. */
  readonly typed: TypedPatient;
  readonly problems: readonly Problem[];
  /** Whether somebody else has changed it since the form was made: then both versions are shown. */
  readonly wasChanged: boolean;
}

async function shown(
  { state: { scope }, params }: Context<State>,
  typed: TypedPatient | undefined,
  problems: readonly Problem[],
  madeFrom: number | undefined,
): Promise<Shown> {
  const { version, view } = await viewPatient(scope, { id: params.id!, withVoided: false });
  const wasChanged = madeFrom !== undefined && madeFrom !== version;
  return { patient: view, version, typed: typed ?? typedOf(view), problems, wasChanged };
}

export default define.page<typeof handler>(({ data, state: { words, house } }) => {
  const { patient, version, typed, problems, wasChanged } = data;
  const said = words.patients;
  const path = `/patients/${patient.patient_id}`;
  const day = today(house.clinic);
  return (
    <>
      <Title words={words} of={said.changeDetails} problem={problems.length > 0} />
      <Crumbs href={path} label={nameInWords(words, patient)} />
      <ErrorSummary words={words} problems={problems} />
      <PageHead title={said.changeDetails} />
      {wasChanged && (
        <>
          <Banner tone="note">{said.wasChanged}</Banner>
          <PatientTable words={words} caption={said.one} patients={[patient]} today={day} />
        </>
      )}
      <PostForm id="form" class="card narrow" action={`${path}/change`}>
        <VersionField version={version} />
        {isEstimated(patient) && <input type="hidden" name="estimated" value={patient.date_of_birth ?? ""} />}
        <PatientFields words={words} typed={typed} problems={problems} today={day} />
        <button class="button" type="submit">{words.common.save}</button>
      </PostForm>
    </>
  );
});
