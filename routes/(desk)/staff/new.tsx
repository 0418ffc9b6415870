import { page } from "fresh";
import { listDepartments } from "@/clinic/departments/departments.ts";
import { addStaffMemberWithOneTimePassword, newStaffAccount } from "@/clinic/staff/staff.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { OneTimePassword } from "./(_components)/OneTimePassword.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { readStaffForm, StaffFields, type TypedStaff } from "./(_components)/StaffFields.tsx";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

type TypedAccount = TypedStaff & { readonly username: string };
interface NewPassword {
  readonly password: string;
  readonly endsAt: string;
}

export const handler = defineDesk.handlers({
  GET: async ({ state }) =>
    page(await loadPage(state, { full_name: "", role: "", department_id: "", username: "" }, [], undefined)),

  async POST(ctx) {
    const { state } = ctx;
    const form = await readForm(ctx);
    const typed = { ...readStaffForm(form), username: form.text("username") };
    const input = { ...typed, department_id: typed.department_id || undefined };
    const { result, problems } = await submit(
      state.words,
      newStaffAccount,
      input,
      (person) => addStaffMemberWithOneTimePassword(state.scope, person),
    );
    return page(await loadPage(state, typed, problems, result), { status: result ? 200 : 422 });
  },
});

async function loadPage(
  { scope }: DeskState,
  typed: TypedAccount,
  problems: readonly Problem[],
  added: NewPassword | undefined,
) {
  await requirePermission(scope, "staff.add");
  return { typed, problems, added, departments: await listDepartments(scope, { withInactive: false }) };
}

export default defineDesk.page<typeof handler>(({ data, state: { words, info } }) => {
  const { typed, problems, added, departments } = data;
  const t = words.staff;
  if (added) {
    const { username, full_name } = typed;
    return (
      <OneTimePassword
        words={words}
        clinic={info.clinic}
        title={t.added(full_name)}
        username={username}
        {...added}
      />
    );
  }
  return (
    <>
      <Title words={words} text={t.add} hasProblems={problems.length > 0} />
      <Crumbs href="/staff" label={t.title} />
      <ErrorSummary words={words} problems={problems} />
      <PageHead title={t.add} />
      <PostForm id="form" class="card narrow" action="/staff/new">
        <StaffFields words={words} typed={typed} departments={departments} problems={problems} />
        <TextField
          name="username"
          label={t.username}
          autocomplete="off"
          value={typed.username}
          problems={problems}
        />
        <button class="button" type="submit">{t.add}</button>
      </PostForm>
    </>
  );
});
