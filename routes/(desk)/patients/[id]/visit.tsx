import { type Context, page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { listDepartments } from "@/clinic/departments/departments.ts";
import { nameInWords } from "@/routes/(_shared)/words/patient_words.ts";
import type { Patient } from "@/clinic/patients/patient.ts";
import { viewPatient } from "@/clinic/patients/view_patient.ts";
import { clinicianRoles } from "@/clinic/roles.ts";
import { logVisit } from "@/clinic/visits/log_visit.ts";
import { newVisit } from "@/clinic/visits/visit.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { listClinicians } from "@/routes/(desk)/visits/(_components)/clinicians.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { unlessVoided, voidedMeanwhileProblem } from "@/routes/(_shared)/forms/voided_meanwhile.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import {
  readVisitForm,
  type TypedVisit,
  VisitFields,
} from "@/routes/(desk)/visits/(_components)/VisitFields.tsx";
import { timeOf } from "@/routes/(_shared)/words/dates.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await loadPage(ctx, await loadPatient(ctx), newVisitForm(ctx.state), [])),

  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const typed = readVisitForm(await readForm(ctx));
    const input = { ...typed, patient_id: params.id! };
    const { result, problems } = await submit(words, newVisit, input, (visit) => logVisit(scope, visit));
    if (result) return ctx.redirect(`/patients/${params.id}?done=logged`, 303);
    const patient = await unlessVoided(() => loadPatient(ctx));
    if (patient) return page(await loadPage(ctx, patient, typed, problems), { status: 422 });
    return page(await loadPage(ctx, undefined, typed, [voidedMeanwhileProblem(words)]), { status: 409 });
  },
});

/** A visit now, seen by the person who logs it if they see patients. */
function newVisitForm({ info: { clinic }, scope: { actor } }: DeskState): TypedVisit {
  const isClinician = clinicianRoles.includes(actor.role);
  return {
    department_id: "",
    doctor_id: isClinician ? actor.staffId : "",
    visit_date: today(clinic),
    visit_time: timeOf(clinic, clinic.now().toISOString()),
    notes: "",
  };
}

async function loadPatient({ state: { scope }, params }: Context<DeskState>): Promise<Patient> {
  return (await viewPatient(scope, { id: params.id!, withVoided: false })).view;
}

/** @param patient undefined where the record was voided while the form was open */
async function loadPage(
  { state: { scope }, params }: Context<DeskState>,
  patient: Patient | undefined,
  typed: TypedVisit,
  problems: readonly Problem[],
) {
  const departments = await listDepartments(scope, { withInactive: false });
  const clinicians = await listClinicians(scope);
  const only = departments.length === 1 ? departments[0]!.department_id : typed.department_id;
  const path = `/patients/${params.id}`;
  return { patient, path, departments, clinicians, typed: { ...typed, department_id: only }, problems };
}

export default defineDesk.page<typeof handler>(({ data, state: { words } }) => {
  const { patient, path, departments, clinicians, typed, problems } = data;
  const t = words.visits;
  const name = patient && nameInWords(words, patient);
  return (
    <>
      <Title words={words} text={t.log} hasProblems={problems.length > 0} />
      <Crumbs href={path} label={name ?? words.patients.one} />
      <ErrorSummary words={words} problems={problems} />
      <PageHead title={t.log} lead={name} />
      <PostForm id="form" class="card narrow" action={`${path}/visit`}>
        <VisitFields words={words} {...{ typed, departments, clinicians, problems }} />
        <button class="button" type="submit">{t.log}</button>
      </PostForm>
    </>
  );
});
