import { page } from "fresh";
import { changeDepartment, departmentChange } from "@/clinic/departments/departments.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { readForm } from "@/routes/(_shared)/forms/form.ts";
import { submit } from "@/routes/(_shared)/forms/submit.ts";
import { versionIn } from "@/routes/(_shared)/forms/version_field.tsx";
import { loadDepartmentPage } from "./(_components)/department_page.ts";
import { DepartmentPage } from "./(_components)/DepartmentPage.tsx";

export const handler = defineDesk.handlers({
  GET: async (ctx) => page(await loadDepartmentPage(ctx)),

  /** Renames it. */
  async POST(ctx) {
    const { state: { scope, words }, params } = ctx;
    const form = await readForm(ctx);
    const [id, ifVersion, name] = [params.id!, versionIn(form), form.text("name")];
    const { problems } = await submit(
      words,
      departmentChange,
      { name },
      (change) => changeDepartment(scope, { id, change, ifVersion }),
    );
    if (problems.length === 0) return ctx.redirect(`/departments/${id}?done=changed`, 303);
    return page(await loadDepartmentPage(ctx, { name, problems, version: ifVersion }), { status: 422 });
  },
});

export default defineDesk.page<typeof handler>(({ data, state, url }) => {
  const isSaved = url.searchParams.get("done") === "changed" && !data.refused;
  return <DepartmentPage state={state} isSaved={isSaved} {...data} />;
});
