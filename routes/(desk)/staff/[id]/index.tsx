import { page } from "fresh";
import { changeStaffMember, staffChange } from "@/clinic/staff/staff.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { readStaffForm } from "@/routes/(desk)/staff/(_components)/StaffFields.tsx";
import { loadStaffPage } from "./(_components)/staff_page.ts";
import { StaffPage } from "./(_components)/StaffPage.tsx";

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await loadStaffPage(ctx)),

  /** Changes the details. */
  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const form = await readForm(ctx);
    const [id, ifVersion, typed] = [params.id!, versionIn(form), readStaffForm(form)];
    const { problems } = await submit(
      words,
      staffChange,
      { ...typed, department_id: typed.department_id || null },
      (change) => changeStaffMember(scope, { id, change, ifVersion }),
    );
    if (problems.length === 0) return ctx.redirect(`/staff/${id}?done=changed`, 303);
    return page(await loadStaffPage(ctx, { typed, problems, version: ifVersion }), { status: 422 });
  },
});

export default defineDesk.page<typeof handler>(({ data, state, url }) => {
  const isSaved = url.searchParams.get("done") === "changed" && !data.refused;
  return <StaffPage state={state} isSaved={isSaved} {...data} />;
});
