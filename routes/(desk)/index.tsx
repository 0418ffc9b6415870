import { page } from "fresh";
import { listDepartments } from "../../clinic/departments.ts";
import { mayDo } from "../../clinic/roles.ts";
import { greeting, todayInWords } from "../(_shared)/clinic_time.ts";
import { define } from "../(_shared)/define.ts";
import { Departments } from "../(_shared)/Departments.tsx";
import { NoDepartments } from "../(_shared)/NoDepartments.tsx";
import { originOf } from "../(_shared)/house.ts";
import { roleNames } from "../(_shared)/role_names.ts";
import { Title } from "../(_shared)/Title.tsx";

export const handler = define.handlers({
  GET: async ({ state }) => page(await listDepartments(state.scope, { withInactive: false })),
});

export default define.page<typeof handler>(({ data: departments, state: { house, person }, url }) => {
  if (!person) return null;
  const mayAdd = mayDo(person.role, "department.add");
  return (
    <>
      <Title of="Home" />
      {url.searchParams.get("password") === "changed" && (
        <p class="done" role="status">Your password is changed.</p>
      )}
      <h1>{greeting(house.clinic)}, {person.name}</h1>
      <p class="lead">
        {todayInWords(house.clinic)}. You are signed in as {roleNames[person.role].toLowerCase()}.
      </p>
      <section aria-labelledby="departments">
        <h2 id="departments">Departments</h2>
        {departments.length > 0
          ? <Departments departments={departments} />
          : <NoDepartments mayAdd={mayAdd} origin={originOf(house, url)} />}
      </section>
    </>
  );
});
