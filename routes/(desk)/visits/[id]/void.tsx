import { page } from "fresh";
import { voidVisit } from "@/clinic/visits/void_visit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { voidForm } from "@/routes/(_shared)/forms/void_form.ts";
import { toRecord } from "@/routes/(_shared)/http/redirect_to_record.ts";
import { loadVisitPage } from "./(_components)/visit_page.ts";
import { VisitPage } from "./(_components)/VisitPage.tsx";

/** Voids a visit that was logged by mistake. */
export const handler = defineDesk.handlers({
  GET: toRecord("/visits"),

  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const form = await readForm(ctx);
    const [id, ifVersion, reason] = [params.id!, versionIn(form), form.text("reason")];
    const { problems } = await submit(
      words,
      voidForm,
      { reason },
      ({ reason }) => voidVisit(scope, { id, reason, ifVersion }),
    );
    if (problems.length === 0) return ctx.redirect(`/visits/${id}?done=changed`, 303);
    return page(await loadVisitPage(ctx, { voidReason: reason, problems, version: ifVersion }), {
      status: 422,
    });
  },
});

export default defineDesk.page<typeof handler>(({ data, state }) => <VisitPage state={state} {...data} />);
