import { type Context, page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { voidReason } from "@/clinic/fields.ts";
import { type Patient, restorePatient, viewPatient, voidPatient } from "@/clinic/patients/patients.ts";
import { historyOf, type RecordHistory } from "@/clinic/audit/record_history.ts";
import { mayDo } from "@/clinic/roles.ts";
import { listVisitsOfPatient, type Visit } from "@/clinic/visits/visits.ts";
import { z } from "zod";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { type Form, readForm } from "@/routes/(_shared)/forms/form.ts";
import { History } from "@/routes/(_shared)/ui/History.tsx";
import {
  bornInWords,
  genderInWords,
  isEstimated,
  nameInWords,
} from "@/routes/(_shared)/words/patient_words.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { State } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { formatVisitCursor, parseVisitCursor } from "@/routes/(_shared)/http/visit_cursor.ts";
import { VoidOrRestore } from "@/routes/(_shared)/forms/VoidOrRestore.tsx";
import { VisitsOfPatient } from "@/routes/(desk)/patients/(_components)/VisitsOfPatient.tsx";
import { instantInWords } from "@/routes/(_shared)/words/dates.ts";

const VISITS_A_PAGE = 20;

interface Shown {
  readonly patient: Patient;
  readonly version: number;
  readonly visits: { readonly items: readonly Visit[]; readonly total: number; readonly older?: string };
  readonly history: RecordHistory | undefined;
  readonly reason: string;
  readonly problems: readonly Problem[];
}

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await shown(ctx, "", [])),

  async POST(ctx) {
    const form = await readForm(ctx);
    const { problems } = await strikeOrRestore(ctx, form);
    if (problems.length > 0) return page(await shown(ctx, form.text("reason"), problems), { status: 422 });
    return ctx.redirect(`/patients/${ctx.params.id}`, 303);
  },
});

/** The page's forms: one voids the record, the other restores it. */
async function strikeOrRestore({ state: { scope, words }, params }: Context<State>, form: Form) {
  const [id, ifVersion] = [params.id!, versionIn(form)];
  if (form.has("restore")) {
    return await submit(words, z.unknown(), undefined, () => restorePatient(scope, { id, ifVersion }));
  }
  const asked = z.strictObject({ reason: voidReason });
  return await submit(
    words,
    asked,
    { reason: form.text("reason") },
    ({ reason }) => voidPatient(scope, { id, reason, ifVersion }),
  );
}

async function shown(
  { state: { scope, person }, params, url }: Context<State>,
  reason: string,
  problems: readonly Problem[],
): Promise<Shown> {
  const id = params.id!;
  const withVoided = mayDo(person!.role, "patient.see_voided");
  const { version, view } = await viewPatient(scope, { id, withVoided });
  const after = parseVisitCursor(url.searchParams.get("after"));
  const { listing } = await listVisitsOfPatient(scope, {
    patientId: id,
    withVoided,
    after,
    limit: VISITS_A_PAGE,
  });
  const { items, total, next } = listing;
  const history = mayDo(person!.role, "patient.read_history")
    ? await historyOf(scope, { table: "patient", id })
    : undefined;
  const visits = { items: items as Visit[], total, older: next && formatVisitCursor(next) };
  return { patient: view, version, visits, history, reason, problems };
}

export default defineDesk.page<typeof handler>(({ data, state: { words, info, person }, url }) => {
  const { patient, version, visits, history, reason, problems } = data;
  const t = words.patients;
  const path = `/patients/${patient.patient_id}`;
  const isVoided = patient.voided !== undefined;
  const done = { registered: t.registered, changed: t.changed, logged: t.logged };
  const doneSaid = Object.entries(done).find(([key]) => key === url.searchParams.get("done"))?.[1];
  return (
    <>
      <Title words={words} of={t.one} problem={problems.length > 0} />
      <Crumbs href="/patients" label={t.title} />
      <ErrorSummary words={words} problems={problems} />
      {doneSaid && problems.length === 0 && <Banner tone="done">{doneSaid}</Banner>}
      <PageHead
        title={nameInWords(words, patient)}
        tags={
          <>
            {isVoided && <Tag tone="voided">{words.common.voided}</Tag>}
            {isEstimated(patient) && <Tag tone="estimated">{t.estimated}</Tag>}
          </>
        }
        facts={[
          genderInWords(words, patient),
          bornInWords(words, patient, today(info.clinic)),
          <strong key="number">{patient.file_number}</strong>,
        ]}
      >
        {!isVoided && (
          <>
            <Action href={`${path}/visit`} label={words.visits.log} icon="calendar-plus" />
            <Action href={`${path}/change`} label={t.changeDetails} icon="pencil" plain />
            <Action href={`${path}/card`} label={words.print.card} icon="printer" plain />
            <Action href={`${path}/label`} label={words.print.label} icon="printer" plain />
          </>
        )}
      </PageHead>
      {patient.voided && (
        <Banner tone="danger">
          <strong>{t.voidedOn(instantInWords(words, info.clinic, patient.voided.at))}</strong>{" "}
          {patient.voided.reason}
        </Banner>
      )}
      <DefinitionList items={[{ term: t.contact_details, detail: patient.contact_details }]} />
      <VisitsOfPatient words={words} path={path} {...visits} />
      {person && mayDo(person.role, isVoided ? "patient.restore" : "patient.void") && (
        <VoidOrRestore words={words} path={path} {...{ version, isVoided, reason, problems }} />
      )}
      {history && <History words={words} clinic={info.clinic} history={history} />}
      {person && mayDo(person.role, "audit.read") && (
        <p>
          <a href={`/audit?patient=${patient.patient_id}`}>{words.audit.whoSaw}</a>
        </p>
      )}
    </>
  );
});
