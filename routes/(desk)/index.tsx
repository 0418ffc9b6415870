import { page } from "fresh";
import { mayDo } from "../../clinic/roles.ts";
import { type Glance, todayAtAGlance } from "../../clinic/today.ts";
import { define } from "../(_shared)/define.ts";
import { NoDepartments } from "../(_shared)/NoDepartments.tsx";
import { Title } from "../(_shared)/Title.tsx";
import { Bars } from "../(_shared)/ui/Bars.tsx";
import { Table } from "../(_shared)/ui/Table.tsx";
import { grouped } from "../(_shared)/words/counting.ts";
import { greeting, shortDay, todayInWords } from "../(_shared)/words/dates.ts";
import type { Words } from "../(_shared)/words/words.ts";

export const handler = define.handlers({
  GET: async ({ state }) => page(await todayAtAGlance(state.scope, { days: 14 })),
});

export default define.page<typeof handler>(({ data: glance, state: { house, person, words }, url }) => {
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
        {glance.departments.length > 0
          ? <Lately words={words} glance={glance} />
          : <NoDepartments words={words} mayAdd={mayAdd} />}
      </section>
    </>
  );
});

/** Today by department, and the last days as a picture with the same figures as a table. */
function Lately({ words, glance: { days, departments, totals } }: { words: Words; glance: Glance }) {
  const said = words.home;
  const bars = days.map((day, nth) => ({
    day: shortDay(words, day),
    short: String(Number(day.slice(8))),
    count: totals[nth]!,
  }));
  return (
    <>
      <Table
        caption={said.visitsToday(totals.at(-1)!)}
        rows={departments}
        keyOf={({ department_id }) => department_id}
        columns={[
          { head: words.departments.one, cell: ({ name }) => name ?? words.common.unreadable },
          { head: said.today, cell: ({ counts }) => grouped(counts.at(-1)!), numeric: true },
        ]}
      />
      <Bars
        caption={said.lately}
        bars={bars}
        labels={{ table: said.figures, day: words.visits.visit_date, count: words.visits.title }}
      />
    </>
  );
}
