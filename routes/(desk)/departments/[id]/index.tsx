import { page } from "fresh";
import {
  changeDepartment,
  type DepartmentChange,
  departmentChange,
} from "@/clinic/departments/departments.ts";
import { viewDepartment } from "@/clinic/departments/departments.ts";
import { historyOf } from "@/clinic/audit/record_history.ts";
import { requirePermission } from "@/clinic/permission.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import { type Form, readForm } from "@/routes/(_shared)/forms/form.ts";
import { History } from "@/routes/(_shared)/ui/History.tsx";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { State } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { VersionField, versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

export const handler = defineDesk.handlers({
  GET: async ({ state, params }) => page(await shown(state, params.id!, undefined, [], undefined)),

  async POST(ctx) {
    const { state, params } = ctx;
    const form = await readForm(ctx);
    const id = params.id!;
    const ifVersion = versionIn(form);
    const { problems } = await submit(
      state.words,
      departmentChange,
      changeIn(form),
      (change) => changeDepartment(state.scope, { id, change, ifVersion }),
    );
    if (problems.length > 0) {
      const typed = form.has("name") ? form.text("name") : undefined;
      return page(await shown(state, id, typed, problems, ifVersion), { status: 422 });
    }
    return ctx.redirect(`/departments/${id}?done=changed`, 303);
  },
});

/** The page has two forms: one renames, the other takes the department out of use or back into it. */
function changeIn(form: Form): DepartmentChange {
  return form.has("active") ? { active: form.yesOrNo("active") } : { name: form.text("name") };
}

/**
 * @param typed what was typed, where it was refused: it is kept beside what the department is called now
 * @param madeFrom the version that a refused form was made from
 */
async function shown(
  { scope }: State,
  id: string,
  typed: string | undefined,
  problems: readonly Problem[],
  madeFrom: number | undefined,
) {
  await requirePermission(scope, "department.change", { table: "department", id });
  const { version, view } = await viewDepartment(scope, { id });
  const history = await historyOf(scope, { table: "department", id });
  const wasChanged = madeFrom !== undefined && madeFrom !== version;
  return { version, department: view, history, typed, problems, wasChanged };
}

export default defineDesk.page<typeof handler>(({ data, state: { words, info }, url }) => {
  const { department: { department_id, name, active }, version, history, typed, problems, wasChanged } = data;
  const t = words.departments;
  const action = `/departments/${department_id}`;
  return (
    <>
      <Title words={words} of={name} problem={problems.length > 0} />
      <Crumbs href="/departments" label={t.title} />
      <ErrorSummary words={words} problems={problems} />
      {url.searchParams.get("done") === "changed" && problems.length === 0 && (
        <Banner tone="done">{words.common.saved}</Banner>
      )}
      <PageHead title={name} tags={!active && <Tag tone="inactive">{t.inactive}</Tag>} />
      {wasChanged && (
        <>
          <Banner tone="note">{words.patients.wasChanged}</Banner>
          <DefinitionList
            items={[
              { term: t.name, detail: name },
              { term: t.state, detail: active ? t.active : t.inactive },
            ]}
          />
        </>
      )}
      <PostForm id="form" class="card narrow" action={action}>
        <VersionField version={version} />
        <TextField
          name="name"
          label={t.name}
          autocomplete="off"
          value={typed ?? name}
          problems={problems}
        />
        <button class="button" type="submit">{t.rename}</button>
      </PostForm>
      <PostForm class="card narrow" action={action}>
        <VersionField version={version} />
        <p>{active ? t.deactivateWhat : t.reactivateWhat}</p>
        <button class="button plain" type="submit" name="active" value={active ? "no" : "yes"}>
          {active ? t.deactivate : t.reactivate}
        </button>
      </PostForm>
      <History words={words} clinic={info.clinic} history={history} />
    </>
  );
});
