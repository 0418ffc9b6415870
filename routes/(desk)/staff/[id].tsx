import { type Context, page } from "fresh";
import { listDepartments } from "../../../clinic/departments.ts";
import { changeStaffMember, resetPassword, staffChange } from "../../../clinic/staff.ts";
import { type StaffAccount, viewAccount } from "../../../clinic/staff_accounts.ts";
import { attempt } from "../../(_shared)/attempt.ts";
import { define } from "../../(_shared)/define.ts";
import { ErrorSummary } from "../../(_shared)/ErrorSummary.tsx";
import { type Form, readForm } from "../../(_shared)/form.ts";
import { OneTimePassword } from "../../(_shared)/OneTimePassword.tsx";
import type { Problem } from "../../(_shared)/problems.ts";
import { StaffFields, type TypedStaff, typedStaff } from "../../(_shared)/StaffFields.tsx";
import type { State } from "../../(_shared)/state.ts";
import { Title } from "../../(_shared)/Title.tsx";
import { Banner } from "../../(_shared)/ui/Banner.tsx";
import { Crumbs } from "../../(_shared)/ui/Crumbs.tsx";
import { PageHead } from "../../(_shared)/ui/PageHead.tsx";
import { Tag } from "../../(_shared)/ui/Tag.tsx";
import { VersionField, versionIn } from "../../(_shared)/version_field.tsx";
import type { Words } from "../../(_shared)/words/words.ts";
import { PostForm } from "../../(_shared)/PostForm.tsx";

export const handler = define.handlers({
  GET: async (ctx) => page(await shown(ctx, undefined, [], undefined)),

  async POST(ctx) {
    const { state: { scope, words }, params, redirect } = ctx;
    const id = params.id!;
    const form = await readForm(ctx);
    if (form.has("reset")) {
      const before = await shown(ctx, undefined, [], undefined); // afterwards one's own session may have ended
      return page({ ...before, reset: await resetPassword(scope, { id }) });
    }
    const { result, problems } = await attempt(
      words,
      staffChange,
      changeIn(form),
      (change) => changeStaffMember(scope, { id, change, ifVersion: versionIn(form) }),
    );
    if (result) return redirect(`/staff/${id}?done=changed`, 303);
    return page(await shown(ctx, typedIn(form), problems, undefined), { status: 422 });
  },
});

/** The page has a form for the details, and one for whether somebody is at work here. */
function changeIn(form: Form): Record<string, unknown> {
  if (form.has("active")) return { active: form.yesOrNo("active") };
  const typed = typedStaff(form);
  return { ...typed, department_id: typed.department_id || null };
}

function typedIn(form: Form): TypedStaff | undefined {
  return form.has("full_name") ? typedStaff(form) : undefined;
}

async function shown(
  { state: { scope }, params }: Context<State>,
  typed: TypedStaff | undefined,
  problems: readonly Problem[],
  reset: { readonly password: string; readonly endsAt: string } | undefined,
) {
  const account = await viewAccount(scope, { id: params.id! });
  const departments = await listDepartments(scope, { withInactive: false });
  const { full_name, role, department_id } = account;
  return {
    account,
    departments,
    typed: typed ?? { full_name, role, department_id: department_id ?? "" },
    problems,
    reset,
  };
}

export default define.page<typeof handler>(({ data, state: { words, house }, url }) => {
  const { account, departments, typed, problems, reset } = data;
  const said = words.staff;
  const action = `/staff/${account.user_id}`;
  if (reset) {
    const { full_name, username } = account;
    const { password, endsAt } = reset;
    return (
      <OneTimePassword
        words={words}
        clinic={house.clinic}
        title={full_name}
        {...{ username, password, endsAt }}
      />
    );
  }
  return (
    <>
      <Title words={words} of={account.full_name} problem={problems.length > 0} />
      <Crumbs href="/staff" label={said.title} />
      <ErrorSummary words={words} problems={problems} />
      {url.searchParams.get("done") === "changed" && problems.length === 0 && (
        <Banner tone="done">{words.common.saved}</Banner>
      )}
      <PageHead
        title={account.full_name}
        tags={!account.active && <Tag tone="inactive">{said.inactive}</Tag>}
        facts={[words.common.roles[account.role], account.username]}
      />
      <PostForm id="form" class="card narrow" action={action}>
        <VersionField version={account.version} />
        <StaffFields words={words} typed={typed} departments={departments} problems={problems} />
        <button class="button" type="submit">{said.saveDetails}</button>
      </PostForm>
      <Access words={words} account={account} action={action} />
    </>
  );
});

/** Whether somebody may sign in, and with which password. */
function Access({ words, account, action }: { words: Words; account: StaffAccount; action: string }) {
  const said = words.staff;
  const { active, version } = account;
  return (
    <>
      {active && (
        <PostForm class="card narrow" action={action}>
          <p>{said.resetWhat}</p>
          <button class="button plain" type="submit" name="reset" value="yes">{said.reset}</button>
        </PostForm>
      )}
      <PostForm class="card narrow" action={action}>
        <VersionField version={version} />
        <p>{active ? said.leaveWhat : said.comeBackWhat}</p>
        <button class="button plain" type="submit" name="active" value={active ? "no" : "yes"}>
          {active ? said.leave : said.comeBack}
        </button>
      </PostForm>
    </>
  );
}
