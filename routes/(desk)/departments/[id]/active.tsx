import { page } from "fresh";
import { changeDepartment, departmentChange } from "@/clinic/departments/departments.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { toRecord } from "@/routes/(_shared)/http/redirect_to_record.ts";
import { loadDepartmentPage } from "./(_components)/department_page.ts";
import { DepartmentPage } from "./(_components)/DepartmentPage.tsx";

/** Takes a department out of use, or into use again. */
export const handler = defineDesk.handlers({
  GET: toRecord("/departments"),

  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const form = await readForm(ctx);
    const [id, ifVersion, active] = [params.id!, versionIn(form), form.yesOrNo("active")];
    const { problems } = await submit(
      words,
      departmentChange,
      { active },
      (change) => changeDepartment(scope, { id, change, ifVersion }),
    );
    if (problems.length === 0) return ctx.redirect(`/departments/${id}?done=changed`, 303);
    return page(await loadDepartmentPage(ctx, { problems, version: ifVersion }), { status: 422 });
  },
});

export default defineDesk.page<typeof handler>(({ data, state }) => (
  <DepartmentPage
    state={state}
    {...data}
  />
));
