import { page } from "fresh";
import { changeStaffMember, staffChange } from "@/clinic/staff/staff.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { toRecord } from "@/routes/(_shared)/http/redirect_to_record.ts";
import { loadStaffPage } from "./(_components)/staff_page.ts";
import { StaffPage } from "./(_components)/StaffPage.tsx";

/** Somebody has left, or is back. */
export const handler = defineDesk.handlers({
  GET: toRecord("/staff"),

  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const form = await readForm(ctx);
    const [id, ifVersion, active] = [params.id!, versionIn(form), form.yesOrNo("active")];
    const { problems } = await submit(
      words,
      staffChange,
      { active },
      (change) => changeStaffMember(scope, { id, change, ifVersion }),
    );
    if (problems.length === 0) return ctx.redirect(`/staff/${id}?done=changed`, 303);
    return page(await loadStaffPage(ctx, { problems, version: ifVersion }), { status: 422 });
  },
});

export default defineDesk.page<typeof handler>(({ data, state }) => <StaffPage state={state} {...data} />);
