import { page } from "fresh";
import { addDepartment, newDepartment } from "../../../clinic/departments.ts";
import { type DepartmentUsage, departmentUsage } from "../../../clinic/department_usage.ts";
import { mayDo } from "../../../clinic/roles.ts";
import { attempt } from "../../(_shared)/attempt.ts";
import { define } from "../../(_shared)/define.ts";
import { ErrorSummary } from "../../(_shared)/ErrorSummary.tsx";
import { Field } from "../../(_shared)/Field.tsx";
import { readForm } from "../../(_shared)/form.ts";
import type { Problem } from "../../(_shared)/problems.ts";
import type { State } from "../../(_shared)/state.ts";
import { Title } from "../../(_shared)/Title.tsx";
import { Banner } from "../../(_shared)/ui/Banner.tsx";
import { Empty } from "../../(_shared)/ui/Empty.tsx";
import { PageHead } from "../../(_shared)/ui/PageHead.tsx";
import { Table } from "../../(_shared)/ui/Table.tsx";
import { Tag } from "../../(_shared)/ui/Tag.tsx";
import { grouped } from "../../(_shared)/words/counting.ts";
import type { Words } from "../../(_shared)/words/words.ts";
import { PostForm } from "../../(_shared)/PostForm.tsx";

export const handler = define.handlers({
  GET: async ({ state }) => page(await listed(state, "", [])),

  async POST(ctx) {
    const { state } = ctx;
    const name = (await readForm(ctx)).text("name");
    const { problems } = await attempt(
      state.words,
      newDepartment,
      { name },
      (input) => addDepartment(state.scope, input),
    );
    if (problems.length > 0) return page(await listed(state, name, problems), { status: 422 });
    return ctx.redirect("/departments?done=added", 303);
  },
});

async function listed({ scope }: State, name: string, problems: readonly Problem[]) {
  return { departments: await departmentUsage(scope, undefined), name, problems };
}

export default define.page<typeof handler>(({ data, state: { words, person }, url }) => {
  const { departments, name, problems } = data;
  const said = words.departments;
  const mayAdd = person !== null && mayDo(person.role, "department.add");
  return (
    <>
      <Title words={words} of={said.title} problem={problems.length > 0} />
      <ErrorSummary words={words} problems={problems} />
      {url.searchParams.get("done") === "added" && problems.length === 0 && (
        <Banner tone="done">{said.added}</Banner>
      )}
      <PageHead title={said.title} lead={words.home.noDepartments.what} />
      {departments.length > 0
        ? <List words={words} departments={departments} mayChange={mayAdd} />
        : <Empty title={words.home.noDepartments.title}>{mayAdd ? said.addFirst : said.ask}</Empty>}
      {mayAdd && (
        <section aria-labelledby="add">
          <h2 id="add">{said.add}</h2>
          <PostForm id="form" class="card narrow" action="/departments">
            <Field
              name="name"
              label={said.name}
              hint={said.nameHint}
              autocomplete="off"
              value={name}
              problems={problems}
            />
            <button class="button" type="submit">{said.add}</button>
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
  const said = words.departments;
  return (
    <Table
      caption={said.title}
      captionUnseen
      keyOf={({ department_id }) => department_id}
      hrefOf={mayChange ? ({ department_id }) => `/departments/${department_id}` : undefined}
      rows={departments}
      columns={[
        { head: said.name, cell: ({ name }) => name },
        { head: words.staff.title, cell: ({ staff }) => grouped(staff), numeric: true },
        { head: words.visits.title, cell: ({ visits }) => grouped(visits), numeric: true },
        {
          head: said.state,
          cell: ({ active }) =>
            active ? <Tag tone="good">{said.active}</Tag> : <Tag tone="inactive">{said.inactive}</Tag>,
        },
      ]}
    />
  );
}
