import assert from "node:assert/strict";
import { listPatients } from "@/clinic/patients/list_patients.ts";
import { searchPatients } from "@/clinic/patients/search_patients.ts";
import { requirePermission } from "@/clinic/require_permission.ts";
import type { Scope } from "@/clinic/scope.ts";
import { apiTest } from "@/tests/support/api/test_api.ts";
import { refused, scopeAs } from "@/tests/support/clinic/scopes.ts";
import { entriesOf } from "@/tests/support/db/audit.ts";

apiTest("[S26] a permission is checked once a request, and holds for nothing else", async ({ clinic }, t) => {
  const { store } = clinic.clinic;
  const search = { search: "Pohano", limit: 1 };

  await t.step("a refusal is audited once, by whichever asks first", async () => {
    await refused(requirePermission(scopeAs(clinic, "auditor"), "patient.search"), "forbidden");
    assert.equal((await entriesOf(store, "patient.search")).length, 1);
    await refused(searchPatients(scopeAs(clinic, "auditor"), search), "forbidden");
    assert.equal((await entriesOf(store, "patient.search")).length, 2);
  });

  await t.step("a verb is closed also to a scope that was permitted something else", async () => {
    const scope = scopeAs(clinic, "auditor");
    await requirePermission(scope, "audit.read");
    await refused(searchPatients(scope, search), "forbidden");
  });

  await t.step(
    "what was permitted to a scope is not permitted to a copy of it with another actor",
    async () => {
      const scope: Scope = scopeAs(clinic, "nurse");
      await requirePermission(scope, "patient.list");
      const auditor = scopeAs(clinic, "auditor").actor;
      await refused(listPatients({ ...scope, actor: auditor }, { withVoided: false }), "forbidden");
      await refused(
        listPatients(Object.assign(scope, { actor: auditor }), { withVoided: false }),
        "forbidden",
      );
      await refused(listPatients({ ...scope, actor: null }, { withVoided: false }), "token_missing");
    },
  );
});
