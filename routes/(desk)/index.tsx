import { page } from "fresh";
import { listDepartments } from "../../clinic/departments.ts";
import { mayDo } from "../../clinic/roles.ts";
import { define } from "../(_shared)/define.ts";
import { Departments } from "../(_shared)/Departments.tsx";
import { NoDepartments } from "../(_shared)/NoDepartments.tsx";
import { originOf } from "../(_shared)/house.ts";
import { Title } from "../(_shared)/Title.tsx";
import { greeting, todayInWords } from "../(_shared)/words/dates.ts";

export const handler = define.handlers({
  GET: async ({ state }) => page(await listDepartments(state.scope, { withInactive: false })),
});

export default define.page<typeof handler>(({ data: departments, state: { house, person, words }, url }) => {
  if (!person) return null;
  const mayAdd = mayDo(person.role, "department.add");
  return (
    <>
      <Title words={words} of={words.home.title} />
      {url.searchParams.get("password") === "changed" && (
        <p class="done" role="status">{words.account.password.changed}</p>
      )}
      <h1>{greeting(words, house.clinic)}, {person.name}</h1>
      <p class="lead">
        {todayInWords(words, house.clinic)}. {words.home.signedInAs(words.common.roles[person.role])}
      </p>
      <section aria-labelledby="departments">
        <h2 id="departments">{words.home.departments}</h2>
        {departments.length > 0
          ? <Departments departments={departments} />
          : <NoDepartments words={words} mayAdd={mayAdd} origin={originOf(house, url)} />}
      </section>
    </>
  );
});
