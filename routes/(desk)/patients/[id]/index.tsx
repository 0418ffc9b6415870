import { page } from "fresh";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { textFor } from "@/routes/(_shared)/words/words.ts";
import { loadPatientPage } from "./(_components)/patient_page.ts";
import { PatientPage } from "./(_components)/PatientPage.tsx";

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await loadPatientPage(ctx)),
});

export default defineDesk.page<typeof handler>(({ data, state, url }) => {
  const { registered, changed, logged } = state.words.patients;
  const done = textFor({ registered, changed, logged }, url.searchParams.get("done") ?? "");
  return <PatientPage state={state} done={done} {...data} />;
});
