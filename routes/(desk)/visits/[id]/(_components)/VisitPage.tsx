import { mayDo } from "@/clinic/permissions.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";
import { VersionField } from "@/routes/(_shared)/forms/version_field.tsx";
import { VoidOrRestore } from "@/routes/(_shared)/forms/VoidOrRestore.tsx";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { Disclosure } from "@/routes/(_shared)/ui/Disclosure.tsx";
import { History } from "@/routes/(_shared)/ui/History.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { VoidedBanner } from "@/routes/(_shared)/ui/VoidedBanner.tsx";
import { shortDay } from "@/routes/(_shared)/words/dates.ts";
import { VisitFields } from "@/routes/(desk)/visits/(_components)/VisitFields.tsx";
import type { VisitPageData } from "./visit_page.ts";

interface VisitPageProps extends VisitPageData {
  readonly state: DeskState;
  /** Whether it was just saved. */
  readonly isSaved?: boolean;
}

/** A visit, with the forms that change, void and restore it. */
export function VisitPage({ state, isSaved = false, ...data }: VisitPageProps) {
  const { words, info, person: { role } } = state;
  const { visit, version, history, refused } = data;
  const problems = refused?.problems ?? [];
  const t = words.visits;
  const path = `/visits/${visit.visit_id}`;
  const isVoided = visit.voided !== undefined;
  return (
    <>
      <Title words={words} text={t.one} hasProblems={problems.length > 0} />
      <Crumbs href={`/patients/${visit.patient_id}`} label={words.patients.one} />
      <ErrorSummary words={words} problems={problems} />
      {isSaved && <Banner tone="done">{words.common.saved}</Banner>}
      <PageHead
        title={`${t.one}, ${shortDay(words, visit.visit_date)}, ${visit.visit_time}`}
        tags={isVoided && <Tag tone="voided">{words.common.voided}</Tag>}
      />
      {visit.voided && <VoidedBanner words={words} clinic={info.clinic} voided={visit.voided} />}
      {refused?.version !== undefined && refused.version !== version && (
        <Banner tone="note">{words.patients.wasChanged}</Banner>
      )}
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
      <ChangeForm state={state} path={path} {...data} />
      {mayDo(role, isVoided ? "visit.restore" : "visit.void") && (
        <VoidOrRestore
          words={words}
          voidReason={refused?.voidReason}
          restoreReason={refused?.restoreReason}
          problems={refused?.typed ? [] : problems}
          {...{ path, version, isVoided }}
        />
      )}
      {history && <History words={words} clinic={info.clinic} history={history} />}
    </>
  );
}

/** A voided visit cannot be changed, but what was typed for it before it was voided is still shown. */
function ChangeForm({ state, path, ...data }: VisitPageData & { state: DeskState; path: string }) {
  const { words, person: { role } } = state;
  const { visit, version, fields, refused, departments, clinicians } = data;
  if (!mayDo(role, "visit.change") || visit.error || (visit.voided && !refused?.typed)) return null;
  const isRefused = refused?.typed !== undefined;
  const problems = isRefused ? refused.problems : [];
  return (
    <Disclosure
      summary={words.visits.change}
      icon="pencil"
      open={isRefused}
    >
      <PostForm id={isRefused ? "form" : undefined} class="narrow" action={path}>
        <VersionField version={version} />
        <VisitFields words={words} typed={fields} {...{ departments, clinicians, problems }} />
        <button class="button" type="submit">{words.common.save}</button>
      </PostForm>
    </Disclosure>
  );
}
