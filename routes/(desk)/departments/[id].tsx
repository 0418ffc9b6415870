import { page } from "fresh";
import { changeDepartment, type DepartmentChange, departmentChange } from "../../../clinic/departments.ts";
import { viewDepartment } from "../../../clinic/departments.ts";
import { permitted } from "../../../clinic/verb.ts";
import { attempt } from "../../(_shared)/attempt.ts";
import { define } from "../../(_shared)/define.ts";
import { ErrorSummary } from "../../(_shared)/ErrorSummary.tsx";
import { Field } from "../../(_shared)/Field.tsx";
import { type Form, readForm } from "../../(_shared)/form.ts";
import type { Problem } from "../../(_shared)/problems.ts";
import type { State } from "../../(_shared)/state.ts";
import { Title } from "../../(_shared)/Title.tsx";
import { Banner } from "../../(_shared)/ui/Banner.tsx";
import { Crumbs } from "../../(_shared)/ui/Crumbs.tsx";
import { PageHead } from "../../(_shared)/ui/PageHead.tsx";
import { Tag } from "../../(_shared)/ui/Tag.tsx";
import { VersionField, versionIn } from "../../(_shared)/version_field.tsx";
import { PostForm } from "../../(_shared)/PostForm.tsx";

export const handler = define.handlers({
  GET: async ({ state, params }) => page(await shown(state, params.id!, undefined, [])),

  async POST(ctx) {
    const { state, params, redirect } = ctx;
    const form = await readForm(ctx);
    const id = params.id!;
    const { problems } = await attempt(
      state.words,
      departmentChange,
      changeIn(form),
      (change) => changeDepartment(state.scope, { id, change, ifVersion: versionIn(form) }),
    );
    if (problems.length > 0) {
      return page(await shown(state, id, form.text("name"), problems), { status: 422 });
    }
    return redirect(`/departments/${id}?done=changed`, 303);
  },
});

/** The page has two forms: one renames, the other takes the department out of use or back into it. */
function changeIn(form: Form): DepartmentChange {
  return form.has("active") ? { active: form.yesOrNo("active") } : { name: form.text("name") };
}

/** @param typed what was typed, where it was refused: it is kept beside what the department is called now */
async function shown({ scope }: State, id: string, typed: string | undefined, problems: readonly Problem[]) {
  await permitted(scope, "department.change", { table: "department", id });
  const { version, view } = await viewDepartment(scope, { id });
  return { version, department: view, typed, problems };
}

export default define.page<typeof handler>(({ data, state: { words }, url }) => {
  const { department: { department_id, name, active }, version, typed, problems } = data;
  const said = words.departments;
  const action = `/departments/${department_id}`;
  return (
    <>
      <Title words={words} of={name} problem={problems.length > 0} />
      <Crumbs href="/departments" label={said.title} />
      <ErrorSummary words={words} problems={problems} />
      {url.searchParams.get("done") === "changed" && problems.length === 0 && (
        <Banner tone="done">{words.common.saved}</Banner>
      )}
      <PageHead title={name} tags={!active && <Tag tone="inactive">{said.inactive}</Tag>} />
      <PostForm id="form" class="card narrow" action={action}>
        <VersionField version={version} />
        <Field
          name="name"
          label={said.name}
          autocomplete="off"
          value={typed ?? name}
          problems={problems}
        />
        <button class="button" type="submit">{said.rename}</button>
      </PostForm>
      <PostForm class="card narrow" action={action}>
        <VersionField version={version} />
        <p>{active ? said.deactivateWhat : said.reactivateWhat}</p>
        <button class="button plain" type="submit" name="active" value={active ? "no" : "yes"}>
          {active ? said.deactivate : said.reactivate}
        </button>
      </PostForm>
    </>
  );
});
