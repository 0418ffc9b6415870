import { page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { isBlank, searchPatients } from "@/clinic/patients/search_patients.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { PatientTable } from "./(_components)/PatientTable.tsx";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";

const MAX_SHOWN = 50;

export const handler = defineDesk.handlers({
  GET: async ({ state, url }) => page(await loadPage(state, (url.searchParams.get("q") ?? "").slice(0, 500))),
});

async function loadPage({ scope }: DeskState, search: string) {
  if (isBlank(search)) {
    await requirePermission(scope, "patient.search");
    return { search: "", total: 0, patients: [] };
  }
  const { total, items } = await searchPatients(scope, { search, limit: MAX_SHOWN });
  return { search, total, patients: items };
}

export default defineDesk.page<typeof handler>(({ data: { search, total, patients }, state }) => {
  const { words, info } = state;
  const t = words.patients;
  const lead = search === ""
    ? t.searchHint
    : total > patients.length
    ? t.foundMore(patients.length, total)
    : t.found(total);
  const register = { href: "/patients/new", label: t.register, icon: "user-plus" } as const;
  return (
    <>
      <Title words={words} text={t.title} />
      <PageHead title={t.title} lead={lead}>
        <Action {...register} />
      </PageHead>
      {patients.length > 0 && (
        <PatientTable words={words} caption={t.title} patients={patients} today={today(info.clinic)} />
      )}
      {search !== "" && patients.length === 0 && (
        <Empty title={t.noneFound} next={register}>{t.noneFoundAdvice}</Empty>
      )}
    </>
  );
});
