import { page } from "fresh";
import { z } from "zod";
import { restoreVisit } from "@/clinic/visits/void_visit.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { toRecord } from "@/routes/(_shared)/http/to_record.ts";
import { loadVisitPage } from "./(_components)/visit_page.ts";
import { VisitPage } from "./(_components)/VisitPage.tsx";

/** Restores a visit that was voided. */
export const handler = defineDesk.handlers({
  GET: toRecord("/visits"),

  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const form = await readForm(ctx);
    const [id, ifVersion] = [params.id!, versionIn(form)];
    const { problems } = await submit(
      words,
      z.strictObject({}),
      {},
      () => restoreVisit(scope, { id, ifVersion }),
    );
    if (problems.length === 0) return ctx.redirect(`/visits/${id}?done=changed`, 303);
    return page(await loadVisitPage(ctx, { problems, version: ifVersion }), { status: 422 });
  },
});

export default defineDesk.page<typeof handler>(({ data, state }) => <VisitPage state={state} {...data} />);
