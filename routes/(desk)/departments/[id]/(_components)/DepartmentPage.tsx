import type { Department } from "@/clinic/departments/departments.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import { VersionField } from "@/routes/(_shared)/forms/version_field.tsx";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { History } from "@/routes/(_shared)/ui/History.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import type { DepartmentPageData } from "./department_page.ts";

interface DepartmentPageProps extends DepartmentPageData {
  readonly state: DeskState;
  /** Whether it was just saved. */
  readonly isSaved?: boolean;
}

/** A department, with the forms that rename it, and take it out of use or into use again. */
export function DepartmentPage({ state, isSaved = false, ...data }: DepartmentPageProps) {
  const { words, info } = state;
  const { department, version, history, refused } = data;
  const { name, active } = department;
  const t = words.departments;
  const path = `/departments/${department.department_id}`;
  const problems = refused?.problems ?? [];
  return (
    <>
      <Title words={words} text={name} hasProblems={problems.length > 0} />
      <Crumbs href="/departments" label={t.title} />
      <ErrorSummary words={words} problems={problems} />
      {isSaved && <Banner tone="done">{words.common.saved}</Banner>}
      <PageHead title={name} tags={!active && <Tag tone="inactive">{t.inactive}</Tag>} />
      {refused?.version !== undefined && refused.version !== version && (
        <>
          <Banner tone="note">{words.patients.wasChanged}</Banner>
          <CurrentDetails words={words} department={department} />
        </>
      )}
      <PostForm id="form" class="card narrow" action={path}>
        <VersionField version={version} />
        <TextField
          name="name"
          label={t.name}
          autocomplete="off"
          value={refused?.name ?? name}
          problems={problems}
        />
        <button class="button" type="submit">{t.rename}</button>
      </PostForm>
      <PostForm class="card narrow" action={`${path}/active`}>
        <VersionField version={version} />
        <p>{active ? t.deactivateExplanation : t.reactivateExplanation}</p>
        <button class="button plain" type="submit" name="active" value={active ? "no" : "yes"}>
          {active ? t.deactivate : t.reactivate}
        </button>
      </PostForm>
      <History words={words} clinic={info.clinic} history={history} />
    </>
  );
}

/** What the record says now, above a form that was made from an older version. */
function CurrentDetails({ words, department }: { words: Words; department: Department }) {
  const t = words.departments;
  return (
    <DefinitionList
      items={[
        { term: t.name, detail: department.name },
        { term: t.state, detail: department.active ? t.active : t.inactive },
      ]}
    />
  );
}
