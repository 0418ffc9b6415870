import { page } from "fresh";
import { addDepartment, newDepartment } from "@/clinic/departments/departments.ts";
import { type DepartmentUsage, departmentUsage } from "@/clinic/departments/department_usage.ts";
import { mayDo } from "@/clinic/permissions.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { ErrorSummary } from "@/routes/(_shared)/forms/ErrorSummary.tsx";
import { TextField } from "@/routes/(_shared)/forms/TextField.tsx";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import type { Problem } from "@/routes/(_shared)/forms/problems.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { grouped } from "@/routes/(_shared)/words/counting.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

export const handler = defineDesk.handlers({
  GET: async ({ state }) => page(await loadPage(state, "", [])),

  async POST(ctx) {
    const { state } = ctx;
    const name = (await readForm(ctx)).text("name");
    const { problems } = await submit(
      state.words,
      newDepartment,
      { name },
      (input) => addDepartment(state.scope, input),
    );
    if (problems.length > 0) return page(await loadPage(state, name, problems), { status: 422 });
    return ctx.redirect("/departments?done=added", 303);
  },
});

async function loadPage({ scope }: DeskState, name: string, problems: readonly Problem[]) {
  return { departments: await departmentUsage(scope, undefined), name, problems };
}

export default defineDesk.page<typeof handler>(({ data, state: { words, person }, url }) => {
  const { departments, name, problems } = data;
  const t = words.departments;
  const mayAdd = mayDo(person.role, "department.add");
  return (
    <>
      <Title words={words} text={t.title} hasProblems={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      {url.searchParams.get("done") === "added" && problems.length === 0 && (
        <Banner tone="done">{t.added}</Banner>
      )}
      <PageHead title={t.title} lead={words.home.noDepartments.explanation} />
      {departments.length > 0
        ? <List words={words} departments={departments} mayChange={mayAdd} />
        : <Empty title={words.home.noDepartments.title}>{mayAdd ? t.addFirst : t.askAdministrator}</Empty>}
      {mayAdd && (
        <section aria-labelledby="add">
          <h2 id="add">{t.add}</h2>
          <PostForm id="form" class="card narrow" action="/departments">
            <TextField
              name="name"
              label={t.name}
              hint={t.nameHint}
              autocomplete="off"
              value={name}
              problems={problems}
            />
            <button class="button" type="submit">{t.add}</button>
          </PostForm>
        </section>
      )}
    </>
  );
});

interface ListProps {
  readonly words: Words;
  readonly departments: readonly DepartmentUsage[];
  readonly mayChange: boolean;
}

function List({ words, departments, mayChange }: ListProps) {
  const t = words.departments;
  return (
    <Table
      caption={t.title}
      captionUnseen
      keyOf={({ department_id }) => department_id}
      hrefOf={mayChange ? ({ department_id }) => `/departments/${department_id}` : undefined}
      rows={departments}
      columns={[
        { head: t.name, cell: ({ name }) => name },
        { head: words.staff.title, cell: ({ staff }) => grouped(staff), numeric: true },
        { head: words.visits.title, cell: ({ visits }) => grouped(visits), numeric: true },
        {
          head: t.state,
          cell: ({ active }) =>
            active ? <Tag tone="good">{t.active}</Tag> : <Tag tone="inactive">{t.inactive}</Tag>,
        },
      ]}
    />
  );
}
