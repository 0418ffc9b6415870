import { type Context, page } from "fresh";
import { today } from "../../../../clinic/calendar.ts";
import { listDepartments } from "../../../../clinic/departments.ts";
import { nameInWords } from "../../../(_shared)/patient_words.ts";
import { viewPatient } from "../../../../clinic/patients.ts";
import { clinicianRoles, type Role } from "../../../../clinic/roles.ts";
import { listStaff } from "../../../../clinic/staff.ts";
import { logVisit, newVisit } from "../../../../clinic/visits.ts";
import { attempt } from "../../../(_shared)/attempt.ts";
import { define } from "../../../(_shared)/define.ts";
import { ErrorSummary } from "../../../(_shared)/ErrorSummary.tsx";
import { Field } from "../../../(_shared)/Field.tsx";
import { type Form, readForm } from "../../../(_shared)/form.ts";
import type { Problem } from "../../../(_shared)/problems.ts";
import type { State } from "../../../(_shared)/state.ts";
import { Title } from "../../../(_shared)/Title.tsx";
import { Crumbs } from "../../../(_shared)/ui/Crumbs.tsx";
import { DateField } from "../../../(_shared)/ui/DateField.tsx";
import { PageHead } from "../../../(_shared)/ui/PageHead.tsx";
import { Select } from "../../../(_shared)/ui/Select.tsx";
import { TextArea } from "../../../(_shared)/ui/TextArea.tsx";
import { timeOf } from "../../../(_shared)/words/dates.ts";

interface TypedVisit {
  readonly department_id: string;
  readonly doctor_id: string;
  readonly visit_date: string;
  readonly visit_time: string;
  readonly notes: string;
}

export const handler = define.handlers({
  GET: async (ctx) => page(await shown(ctx, begun(ctx.state), [])),

  async POST(ctx) {
    const { state: { scope, words }, params, req, redirect } = ctx;
    const typed = typedIn(await readForm(req));
    const given = { ...typed, patient_id: params.id! };
    const { result, problems } = await attempt(words, newVisit, given, (visit) => logVisit(scope, visit));
    if (!result) return page(await shown(ctx, typed, problems), { status: 422 });
    return redirect(`/patients/${params.id}?done=logged`, 303);
  },
});

/** A visit now, seen by whoever logs it where they see patients. */
function begun({ house: { clinic }, scope: { actor } }: State): TypedVisit {
  const isClinician = actor !== null && clinicianRoles.includes(actor.role);
  return {
    department_id: "",
    doctor_id: isClinician ? actor.staffId : "",
    visit_date: today(clinic),
    visit_time: timeOf(clinic, clinic.now().toISOString()),
    notes: "",
  };
}

function typedIn(form: Form): TypedVisit {
  return {
    department_id: form.text("department_id"),
    doctor_id: form.text("doctor_id"),
    visit_date: form.text("visit_date"),
    visit_time: form.text("visit_time"),
    notes: form.text("notes"),
  };
}

async function shown(
  { state: { scope }, params }: Context<State>,
  typed: TypedVisit,
  problems: readonly Problem[],
) {
  const { view: patient } = await viewPatient(scope, { id: params.id!, withVoided: false });
  const departments = await listDepartments(scope, { withInactive: false });
  const staff = await listStaff(scope, { withInactive: false });
  const clinicians = staff.filter(({ role }) => clinicianRoles.includes(role as Role));
  const only = departments.length === 1 ? departments[0]!.department_id : typed.department_id;
  return { patient, departments, clinicians, typed: { ...typed, department_id: only }, problems };
}

export default define.page<typeof handler>(({ data, state: { words } }) => {
  const { patient, departments, clinicians, typed, problems } = data;
  const said = words.visits;
  const path = `/patients/${patient.patient_id}`;
  return (
    <>
      <Title words={words} of={said.log} problem={problems.length > 0} />
      <Crumbs href={path} label={nameInWords(words, patient)} />
      <ErrorSummary words={words} problems={problems} />
      <PageHead title={said.log} lead={nameInWords(words, patient)} />
      <form id="form" class="card narrow" method="post" action={`${path}/visit`}>
        <Select
          name="department_id"
          label={said.department}
          none={said.chooseDepartment}
          options={departments.map(({ department_id, name }) => ({ value: department_id, label: name }))}
          value={typed.department_id}
          problems={problems}
        />
        <Select
          name="doctor_id"
          label={said.doctor}
          none={said.chooseClinician}
          hint={clinicians.length === 0 ? said.noClinicians : undefined}
          options={clinicians.map(({ user_id, full_name }) => ({ value: user_id, label: full_name }))}
          value={typed.doctor_id}
          problems={problems}
        />
        <DateField name="visit_date" label={said.visit_date} value={typed.visit_date} problems={problems} />
        <Field
          name="visit_time"
          label={said.visit_time}
          autocomplete="off"
          value={typed.visit_time}
          problems={problems}
        />
        <TextArea name="notes" label={said.notes} value={typed.notes} problems={problems} />
        <button class="button" type="submit">{said.log}</button>
      </form>
    </>
  );
});
