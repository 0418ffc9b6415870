import { page } from "fresh";
import { restorePatient } from "@/clinic/patients/void_patient.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { restoreForm } from "@/routes/(_shared)/forms/void_form.ts";
import { toRecord } from "@/routes/(_shared)/http/redirect_to_record.ts";
import { loadPatientPage } from "./(_components)/patient_page.ts";
import { PatientPage } from "./(_components)/PatientPage.tsx";

/** Restores the record of a patient that was voided. */
export const handler = defineDesk.handlers({
  GET: toRecord("/patients"),

  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const form = await readForm(ctx);
    const [id, ifVersion, reason] = [params.id!, versionIn(form), form.text("reason")];
    const { problems } = await submit(
      words,
      restoreForm,
      { reason: reason || undefined },
      ({ reason }) => restorePatient(scope, { id, reason, ifVersion }),
    );
    if (problems.length === 0) return ctx.redirect(`/patients/${id}`, 303);
    return page(await loadPatientPage(ctx, { problems, restoreReason: reason }), { status: 422 });
  },
});

export default defineDesk.page<typeof handler>(({ data, state }) => <PatientPage state={state} {...data} />);
