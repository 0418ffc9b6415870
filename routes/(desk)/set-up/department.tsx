import { page } from "fresh";
import { addDepartment, listDepartments, newDepartment } from "@/clinic/departments/departments.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { LanguageSwitch } from "@/routes/(_shared)/words/LanguageSwitch.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import { SetUpStep } from "@/routes/(_shared)/ui/SetUpStep.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";

interface FirstDepartment {
  readonly name: string;
  readonly problems: readonly Problem[];
}

const NEXT = "/set-up/key";

/** The second step of setting up, skipped where there already is a department. */
export const handler = defineDesk.handlers({
  async GET(ctx) {
    const { scope } = ctx.state;
    await requirePermission(scope, "department.add");
    const departments = await listDepartments(scope, { withInactive: true });
    return departments.length > 0
      ? ctx.redirect(NEXT, 303)
      : page<FirstDepartment>({ name: "", problems: [] });
  },

  async POST(ctx) {
    const { state: { scope, words } } = ctx;
    const name = (await readForm(ctx)).text("name");
    const add = (department: { name: string }) => addDepartment(scope, department);
    const { problems } = await submit(words, newDepartment, { name }, add);
    return problems.length > 0
      ? page<FirstDepartment>({ name, problems }, { status: 422 })
      : ctx.redirect(NEXT, 303);
  },
});

export default defineDesk.page<typeof handler>(({ data: { name, problems }, state: { language, words } }) => {
  const t = words.setUp.department;
  return (
    <>
      <Title words={words} text={t.title} hasProblems={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      <SetUpStep words={words} step={2} />
      <h1>{t.title}</h1>
      <p>{t.explanation}</p>
      <PostForm id="form" action="/set-up/department">
        <TextField
          name="name"
          label={words.departments.name}
          hint={words.departments.nameHint}
          autocomplete="off"
          value={name}
          problems={problems}
          autofocus={problems.length === 0}
        />
        <button class="button" type="submit">{t.submit}</button>
      </PostForm>
      <p class="fine">
        <a href={NEXT}>{t.skip}</a>
      </p>
      <LanguageSwitch language={language} next="/set-up/department" />
    </>
  );
});
