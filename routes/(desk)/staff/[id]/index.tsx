import { type Context, page } from "fresh";
import { listDepartments } from "@/clinic/departments/departments.ts";
import { historyOf } from "@/clinic/audit/record_history.ts";
import { mayDo } from "@/clinic/roles.ts";
import { changeStaffMember, resetPassword, staffChange } from "@/clinic/staff/staff.ts";
import { type StaffAccount, viewAccount } from "@/clinic/staff/staff_accounts.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { type Form, readForm } from "@/routes/(_shared)/forms/form.ts";
import { History } from "@/routes/(_shared)/ui/History.tsx";
import { OneTimePassword } from "@/routes/(desk)/staff/(_components)/OneTimePassword.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import {
  readStaffForm,
  StaffFields,
  type TypedStaff,
} from "@/routes/(desk)/staff/(_components)/StaffFields.tsx";
import type { State } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { VersionField, versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await shown(ctx, undefined, [], undefined, undefined)),

  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const id = params.id!;
    const form = await readForm(ctx);
    if (form.has("reset")) {
      const before = await shown(ctx, undefined, [], undefined, undefined); // afterwards one's own session may have ended
      return page({ ...before, reset: await resetPassword(scope, { id }) });
    }
    const ifVersion = versionIn(form);
    const { result, problems } = await submit(
      words,
      staffChange,
      changeIn(form),
      (change) => changeStaffMember(scope, { id, change, ifVersion }),
    );
    if (result) return ctx.redirect(`/staff/${id}?done=changed`, 303);
    return page(await shown(ctx, typedIn(form), problems, ifVersion, undefined), { status: 422 });
  },
});

/** The page has a form for the details, and one for whether somebody is at work here. */
function changeIn(form: Form): Record<string, unknown> {
  if (form.has("active")) return { active: form.yesOrNo("active") };
  const typed = readStaffForm(form);
  return { ...typed, department_id: typed.department_id || null };
}

function typedIn(form: Form): TypedStaff | undefined {
  return form.has("full_name") ? readStaffForm(form) : undefined;
}

async function shown(
  { state: { scope }, params }: Context<State>,
  typed: TypedStaff | undefined,
  problems: readonly Problem[],
  madeFrom: number | undefined,
  reset: { readonly password: string; readonly endsAt: string } | undefined,
) {
  const account = await viewAccount(scope, { id: params.id! });
  const { full_name, role, department_id, version } = account;
  const inForm = typed ?? { full_name, role, department_id: department_id ?? "" };
  const all = await listDepartments(scope, { withInactive: true });
  return {
    account,
    history: await historyOf(scope, { table: "staff", id: account.user_id }),
    departments: all.filter((each) => each.active || each.department_id === inForm.department_id),
    typed: inForm,
    problems,
    wasChanged: madeFrom !== undefined && madeFrom !== version,
    reset,
  };
}

export default defineDesk.page<typeof handler>(({ data, state: { words, info, person }, url }) => {
  const { account, history, departments, typed, problems, wasChanged, reset } = data;
  const t = words.staff;
  const action = `/staff/${account.user_id}`;
  if (reset) {
    const { full_name, username } = account;
    const { password, endsAt } = reset;
    return (
      <OneTimePassword
        words={words}
        clinic={info.clinic}
        title={full_name}
        {...{ username, password, endsAt }}
      />
    );
  }
  return (
    <>
      <Title words={words} of={account.full_name} problem={problems.length > 0} />
      <Crumbs href="/staff" label={t.title} />
      <ErrorSummary words={words} problems={problems} />
      {url.searchParams.get("done") === "changed" && problems.length === 0 && (
        <Banner tone="done">{words.common.saved}</Banner>
      )}
      <PageHead
        title={account.full_name}
        tags={!account.active && <Tag tone="inactive">{t.inactive}</Tag>}
        facts={[words.common.roles[account.role], account.username]}
      >
        {person && mayDo(person.role, "audit.read") && (
          <Action
            href={`/audit?person=${account.user_id}`}
            label={t.whatTheyDid}
            icon="shield-check"
            plain
          />
        )}
      </PageHead>
      {wasChanged && (
        <>
          <Banner tone="note">{words.patients.wasChanged}</Banner>
          <AsItIsNow words={words} account={account} />
        </>
      )}
      <PostForm id="form" class="card narrow" action={action}>
        <VersionField version={account.version} />
        <StaffFields words={words} typed={typed} departments={departments} problems={problems} />
        <button class="button" type="submit">{t.saveDetails}</button>
      </PostForm>
      <Access words={words} account={account} action={action} />
      <History words={words} clinic={info.clinic} history={history} />
    </>
  );
});

/** What the record says, beside a form that was made from an older one. */
function AsItIsNow({ words, account }: { words: Words; account: StaffAccount }) {
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

/** Whether somebody may sign in, and with which password. */
function Access({ words, account, action }: { words: Words; account: StaffAccount; action: string }) {
  const t = words.staff;
  const { active, version } = account;
  return (
    <>
      {active && (
        <PostForm class="card narrow" action={action}>
          <p>{t.resetWhat}</p>
          <button class="button plain" type="submit" name="reset" value="yes">{t.reset}</button>
        </PostForm>
      )}
      <PostForm class="card narrow" action={action}>
        <VersionField version={version} />
        <p>{active ? t.leaveWhat : t.comeBackWhat}</p>
        <button class="button plain" type="submit" name="active" value={active ? "no" : "yes"}>
          {active ? t.leave : t.comeBack}
        </button>
      </PostForm>
    </>
  );
}
