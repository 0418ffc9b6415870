import { page } from "fresh";
import { firstSteps } from "@/clinic/departments/first_steps.ts";
import { mayDo } from "@/clinic/permissions.ts";
import { countRecentVisits } from "@/clinic/visits/visit_counts.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { areStepsLeft, FirstSteps } from "./(_components)/FirstSteps.tsx";
import { RecentVisits } from "./(_components)/RecentVisits.tsx";
import { NoDepartments } from "./(_components)/NoDepartments.tsx";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { greeting, todayInWords } from "@/routes/(_shared)/words/dates.ts";

export const handler = defineDesk.handlers({
  GET: async ({ state }) => page(await loadPage(state)),
});

/** Today; for those who set the clinic up, also what it still needs for its first visit. */
async function loadPage({ scope, person }: DeskState) {
  const visitCounts = await countRecentVisits(scope, { days: 14 });
  const steps = mayDo(person.role, firstSteps.action) ? await firstSteps(scope) : null;
  return { visitCounts, steps: steps && areStepsLeft(steps) ? steps : null };
}

export default defineDesk.page<typeof handler>(({ data, state: { info, person, words }, url }) => {
  const { visitCounts, steps } = data;
  const hasDepartments = visitCounts.departments.length > 0;
  return (
    <>
      <Title words={words} text={words.home.title} />
      {url.searchParams.get("password") === "changed" && (
        <p class="done" role="status">{words.account.password.changed}</p>
      )}
      <h1>{greeting(words, info.clinic)}, {person.name}</h1>
      <p class="lead">
        {todayInWords(words, info.clinic)}. {words.home.signedInAs(words.common.roles[person.role])}
      </p>
      {steps && <FirstSteps words={words} steps={steps} />}
      {(hasDepartments || !steps) && (
        <section aria-labelledby="departments">
          <h2 id="departments">{words.home.departments}</h2>
          {hasDepartments
            ? (
              <RecentVisits
                words={words}
                visitCounts={visitCounts}
                mayOpenVisits={mayDo(person.role, "visit.list")}
              />
            )
            : <NoDepartments words={words} mayAdd={mayDo(person.role, "department.add")} />}
        </section>
      )}
    </>
  );
});
