import { page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { isBlank, type Patient, searchPatients } from "@/clinic/patients/patients.ts";
import { permitted } from "@/clinic/verb.ts";
import { define } from "@/routes/(_shared)/define.ts";
import { PatientTable } from "./(_components)/PatientTable.tsx";
import type { State } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";

const MOST_SHOWN = 50;

export const handler = define.handlers({
  GET: async ({ state, url }) => page(await found(state, (url.searchParams.get("q") ?? "").slice(0, 500))),
});

async function found({ scope }: State, search: string) {
  if (isBlank(search)) {
    await permitted(scope, "patient.search");
    return { search: "", total: 0, patients: [] };
  }
  const { total, items } = await searchPatients(scope, { search, limit: MOST_SHOWN });
  return { search, total, patients: items as Patient[] }; // with a limit it is a page
}

export default define.page<typeof handler>(({ data: { search, total, patients }, state }) => {
  const { words, house } = state;
  const said = words.patients;
  const lead = search === ""
    ? said.searchHow
    : total > patients.length
    ? said.foundMore(patients.length, total)
    : said.found(total);
  const register = { href: "/patients/new", label: said.register, icon: "user-plus" } as const;
  return (
    <>
      <Title words={words} of={said.title} />
      <PageHead title={said.title} lead={lead}>
        <Action {...register} />
      </PageHead>
      {patients.length > 0 && (
        <PatientTable words={words} caption={said.title} patients={patients} today={today(house.clinic)} />
      )}
      {search !== "" && patients.length === 0 && (
        <Empty title={said.nobody} next={register}>{said.nobodyAdvice}</Empty>
      )}
    </>
  );
});
