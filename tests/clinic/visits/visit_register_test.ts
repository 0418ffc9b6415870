import assert from "node:assert/strict";
import { visitRegister } from "@/clinic/visits/visit_register.ts";
import type { VisitKey } from "@/db/tables/visits.ts";
import { apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";
import { onlyFor, refused, scopeAs } from "@/tests/support/clinic/scopes.ts";

apiTestOnEveryDatabase("the register", async ({ clinic, registerPatient, logVisit }, t) => {
  const [thabo, lineo] = [
    await registerPatient({ full_name: "Thabo Letsie", file_number: "100" }),
    await registerPatient({ full_name: "Lineo Mokoena", file_number: "101" }),
  ];
  await logVisit(thabo, { visit_date: "2025-12-01" });
  await logVisit(lineo, { visit_date: "2025-12-02" });
  await logVisit(thabo, { visit_date: "2025-12-03" });
  const nurse = scopeAs(clinic, "nurse");

  await t.step("tells the patients' names, newest first and in pages", async () => {
    const told = [];
    let after: VisitKey | undefined;
    do {
      const page = await visitRegister(nurse, { withVoided: false, start: "2025-12-01", limit: 2, after });
      assert.equal(page.total, 3);
      told.push(...page.items.map(({ visit_date, patient }) => [visit_date, patient]));
      after = page.next;
    } while (after);
    assert.deepEqual(told, [
      ["2025-12-03", { full_name: "Thabo Letsie", file_number: "100" }],
      ["2025-12-02", { full_name: "Lineo Mokoena", file_number: "101" }],
      ["2025-12-01", { full_name: "Thabo Letsie", file_number: "100" }],
    ]);
  });

  await t.step("[S48] names these patients in one audit entry", async () => {
    const sql = "SELECT action, subjects FROM audit WHERE at >= ? AND actor = ? ORDER BY number";
    const at = "2100-01-01T00:00:00.000Z";
    await visitRegister(scopeAs(clinic, "nurse", at), { withVoided: false, limit: 10 });
    const entries = await clinic.clinic.store.port.read({ sql, args: [at, clinic.staffIds.nurse] });
    assert.equal(entries.length, 1);
    const [action, subjects] = entries[0] as [string, string];
    assert.equal(action, "visit.list");
    assert.deepEqual(JSON.parse(subjects).ids.sort(), [thabo, lineo].sort());
  });

  await t.step("a patient whose record cannot be opened keeps the place, without a name", async () => {
    const sql = "UPDATE patient SET record = x'00', version = version WHERE id = ?";
    await clinic.clinic.store.port.write([{ sql, args: [lineo] }], true);
    const { items } = await visitRegister(nurse, { withVoided: false, limit: 10 });
    assert.deepEqual(items.map(({ patient }) => patient?.full_name), [
      "Thabo Letsie",
      undefined,
      "Thabo Letsie",
    ]);
  });

  await t.step("[S26] the front desk alone", async () => {
    const asked = { withVoided: false, limit: 5 };
    await onlyFor(
      clinic,
      ["admin", "doctor", "nurse", "receptionist"],
      (scope) => visitRegister(scope, asked),
    );
    await refused(visitRegister(nurse, { ...asked, withVoided: true }), "forbidden");
  });
});
