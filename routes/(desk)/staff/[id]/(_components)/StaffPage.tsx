import { mayDo } from "@/clinic/permissions.ts";
import type { StaffAccount } from "@/clinic/staff/view_account.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";
import { VersionField } from "@/routes/(_shared)/forms/version_field.tsx";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { History } from "@/routes/(_shared)/ui/History.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { StaffFields } from "@/routes/(desk)/staff/(_components)/StaffFields.tsx";
import type { StaffPageData } from "./staff_page.ts";

interface StaffPageProps extends StaffPageData {
  readonly state: DeskState;
  /** Whether it was just saved. */
  readonly isSaved?: boolean;
}

/** A member of staff: their details, whether and how they can sign in, and who changed this. */
export function StaffPage({ state, isSaved = false, ...data }: StaffPageProps) {
  const { words, info, person } = state;
  const { account, history, departments, fields, refused } = data;
  const t = words.staff;
  const path = `/staff/${account.user_id}`;
  const problems = refused?.problems ?? [];
  return (
    <>
      <Title words={words} text={account.full_name} hasProblems={problems.length > 0} />
      <Crumbs href="/staff" label={t.title} />
      <ErrorSummary words={words} problems={problems} />
      {isSaved && <Banner tone="done">{words.common.saved}</Banner>}
      <PageHead
        title={account.full_name}
        tags={!account.active && <Tag tone="inactive">{t.inactive}</Tag>}
        facts={[words.common.roles[account.role], account.username]}
      >
        {mayDo(person.role, "audit.read") && (
          <Action
            href={`/audit?person=${account.user_id}`}
            label={t.whatTheyDid}
            icon="shield-check"
            plain
          />
        )}
      </PageHead>
      {refused?.version !== undefined && refused.version !== account.version && (
        <>
          <Banner tone="note">{words.patients.wasChanged}</Banner>
          <CurrentDetails words={words} account={account} />
        </>
      )}
      <PostForm id="form" class="card narrow" action={path}>
        <VersionField version={account.version} />
        <StaffFields words={words} typed={fields} departments={departments} problems={problems} />
        <button class="button" type="submit">{t.saveDetails}</button>
      </PostForm>
      <SignInForms words={words} account={account} path={path} />
      <History words={words} clinic={info.clinic} history={history} />
    </>
  );
}

/** What the record says now, above a form that was made from an older version. */
function CurrentDetails({ words, account }: { words: Words; account: StaffAccount }) {
  const t = words.staff;
  return (
    <DefinitionList
      items={[
        { term: t.full_name, detail: account.full_name },
        { term: t.role, detail: words.common.roles[account.role] },
        { term: t.department, detail: account.department ?? t.noDepartment },
        { term: t.state, detail: account.active ? t.atWork : t.inactive },
      ]}
    />
  );
}

/** Whether they can sign in, and with which password. */
function SignInForms({ words, account, path }: { words: Words; account: StaffAccount; path: string }) {
  const t = words.staff;
  const { active, version } = account;
  return (
    <>
      {active && (
        <PostForm class="card narrow" action={`${path}/password-reset`}>
          <p>{t.resetPasswordExplanation}</p>
          <button class="button plain" type="submit">{t.resetPassword}</button>
        </PostForm>
      )}
      <PostForm class="card narrow" action={`${path}/active`}>
        <VersionField version={version} />
        <p>{active ? t.markAsLeftExplanation : t.markAsBackExplanation}</p>
        <button class="button plain" type="submit" name="active" value={active ? "no" : "yes"}>
          {active ? t.markAsLeft : t.markAsBack}
        </button>
      </PostForm>
    </>
  );
}
