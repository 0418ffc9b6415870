import { type Context, HttpError, page } from "fresh";
import { z } from "zod";
import { listDepartments } from "@/clinic/departments/departments.ts";
import { voidReason } from "@/clinic/fields.ts";
import { historyOf } from "@/clinic/audit/record_history.ts";
import { mayDo } from "@/clinic/roles.ts";
import { listClinicians } from "@/routes/(desk)/visits/(_components)/clinicians.ts";
import { changeVisit, restoreVisit, viewVisit, visitChange, voidVisit } from "@/clinic/visits/visits.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { type Form, readForm } from "@/routes/(_shared)/forms/form.ts";
import { unlessVoided, voidedMeanwhile } from "@/routes/(_shared)/forms/voided_meanwhile.ts";
import { History } from "@/routes/(_shared)/ui/History.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { State } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { Disclosure } from "@/routes/(_shared)/ui/Disclosure.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { VersionField, versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import {
  readVisitForm,
  type TypedVisit,
  VisitFields,
} from "@/routes/(desk)/visits/(_components)/VisitFields.tsx";
import { VoidOrRestore } from "@/routes/(_shared)/forms/VoidOrRestore.tsx";
import { instantInWords, shortDay } from "@/routes/(_shared)/words/dates.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

export const handler = defineDesk.handlers({
  GET: async (ctx) => page<Shown>(await shown(ctx, undefined, "", [], undefined)),

  async POST(ctx) {
    const form = await readForm(ctx);
    const done = await unlessVoided(() => act(ctx, form));
    if (done?.problems.length === 0) return ctx.redirect(`/visits/${ctx.params.id}?done=changed`, 303);
    const problems = done?.problems ?? [voidedMeanwhile(ctx.state.words)];
    const typed = form.has("visit_date") ? readVisitForm(form) : undefined;
    const asked = await unlessVoided(() => shown(ctx, typed, form.text("reason"), problems, versionIn(form)));
    if (asked) return page<Shown>(asked, { status: 422 });
    if (!typed) throw new HttpError(404, "Not Found");
    return page<Shown>(await gone(ctx.state, typed), { status: 409 });
  },
});

/** The visit; without it, where it was voided while its form was open, what was typed in that. */
type Shown = Awaited<ReturnType<typeof shown>> | Gone;
type Gone =
  & { readonly visit: undefined; readonly typed: TypedVisit; readonly problems: readonly Problem[] }
  & Choices;
type Choices = Awaited<ReturnType<typeof choices>>;

async function gone(state: State, typed: TypedVisit): Promise<Gone> {
  return { visit: undefined, typed, problems: [voidedMeanwhile(state.words)], ...await choices(state) };
}

async function choices({ scope }: State) {
  const departments = await listDepartments(scope, { withInactive: true });
  return { departments, clinicians: await listClinicians(scope) };
}

/** The page's forms: one changes the visit, one voids it, one restores it. */
async function act({ state: { scope, words }, params }: Context<State>, form: Form) {
  const [id, ifVersion] = [params.id!, versionIn(form)];
  if (form.has("restore")) {
    return await submit(words, z.unknown(), undefined, () => restoreVisit(scope, { id, ifVersion }));
  }
  if (form.has("reason")) {
    const asked = z.strictObject({ reason: voidReason });
    return await submit(
      words,
      asked,
      { reason: form.text("reason") },
      ({ reason }) => voidVisit(scope, { id, reason, ifVersion }),
    );
  }
  return await submit(
    words,
    visitChange,
    readVisitForm(form),
    (change) => changeVisit(scope, { id, change, ifVersion }),
  );
}

async function shown(
  { state, params }: Context<State>,
  typed: TypedVisit | undefined,
  reason: string,
  problems: readonly Problem[],
  madeFrom: number | undefined,
) {
  const id = params.id!;
  const { scope } = state;
  const { role } = state.person!;
  const { version, view: visit } = await viewVisit(scope, {
    id,
    withVoided: mayDo(role, "visit.see_voided"),
  });
  const history = mayDo(role, "visit.read_history")
    ? await historyOf(scope, { table: "visit", id })
    : undefined;
  const { department_id, doctor_id, visit_date, visit_time, notes } = visit;
  return {
    visit,
    version,
    history,
    reason,
    problems,
    typed: typed ?? { department_id, doctor_id, visit_date, visit_time, notes: notes ?? "" },
    isTyped: typed !== undefined, // and so not to be lost, whatever has become of the visit
    ...await choices(state),
    wasChanged: madeFrom !== undefined && madeFrom !== version,
  };
}

export default defineDesk.page<typeof handler>(({ data, state: { words, info, person }, url }) => {
  if (!data.visit) return <GoneVisit words={words} path={url.pathname} gone={data} />;
  const { visit, version, history, reason, problems, typed, departments, clinicians, wasChanged, isTyped } =
    data;
  const t = words.visits;
  const path = `/visits/${visit.visit_id}`;
  const isVoided = visit.voided !== undefined;
  const when = `${shortDay(words, visit.visit_date)}, ${visit.visit_time}`;
  const mayChange = person !== null && mayDo(person.role, "visit.change") && !visit.error;
  return (
    <>
      <Title words={words} of={t.one} problem={problems.length > 0} />
      <Crumbs href={`/patients/${visit.patient_id}`} label={words.patients.one} />
      <ErrorSummary words={words} problems={problems} />
      {url.searchParams.get("done") === "changed" && problems.length === 0 && (
        <Banner tone="done">{words.common.saved}</Banner>
      )}
      <PageHead
        title={`${t.one}, ${when}`}
        tags={isVoided && <Tag tone="voided">{words.common.voided}</Tag>}
      />
      {visit.voided && (
        <Banner tone="danger">
          <strong>{words.patients.voidedOn(instantInWords(words, info.clinic, visit.voided.at))}</strong>{" "}
          {visit.voided.reason}
        </Banner>
      )}
      {wasChanged && <Banner tone="note">{words.patients.wasChanged}</Banner>}
      <DefinitionList
        items={[
          { term: t.department, detail: visit.department },
          { term: t.doctor, detail: visit.doctor },
          {
            term: t.notes,
            detail: visit.error ? words.common.unreadable : visit.notes ?? t.notesWithheld,
          },
        ]}
      />
      {mayChange && (!isVoided || isTyped) && (
        <Disclosure summary={t.change} icon="pencil" open={problems.length > 0 && reason === ""}>
          <PostForm id="form" class="narrow" action={path}>
            <VersionField version={version} />
            <VisitFields words={words} {...{ typed, departments, clinicians, problems }} />
            <button class="button" type="submit">{words.common.save}</button>
          </PostForm>
        </Disclosure>
      )}
      {person && mayDo(person.role, isVoided ? "visit.restore" : "visit.void") && (
        <VoidOrRestore words={words} path={path} {...{ version, isVoided, reason, problems }} />
      )}
      {history && <History words={words} clinic={info.clinic} history={history} />}
    </>
  );
});

/** What was typed for a visit that is not there to be shown: it can be copied, or sent once the visit is restored. */
function GoneVisit({ words, path, gone }: { words: Words; path: string; gone: Gone }) {
  const { typed, problems, departments, clinicians } = gone;
  const t = words.visits;
  return (
    <>
      <Title words={words} of={t.one} problem />
      <Crumbs href="/visits" label={t.title} />
      <ErrorSummary words={words} problems={problems} />
      <PageHead title={t.change} />
      <PostForm id="form" class="card narrow" action={path}>
        <VisitFields words={words} {...{ typed, departments, clinicians, problems }} />
        <button class="button" type="submit">{words.common.save}</button>
      </PostForm>
    </>
  );
}
