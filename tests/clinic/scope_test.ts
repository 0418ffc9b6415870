import assert from "node:assert/strict";
import { listPatients } from "@/clinic/patients/list_patients.ts";
import type { ClinicHandle, Scope } from "@/clinic/scope.ts";
import { apiTest } from "@/tests/support/api/test_api.ts";

apiTest("what the API and the console hold leads neither to the database nor to the keys", async (api) => {
  const { clinic, staffIds } = api.clinic;
  const actor = { staffId: staffIds.doctor, sessionId: "test", role: "doctor" as const };
  const scope: Scope = { clinic: clinic.handle, actor, source: null };
  // @ts-expect-error -- there is no such way by type: `deno task check` sees to it
  assert.equal(scope.clinic.store, undefined);
  // @ts-expect-error -- nor to what signs tokens
  assert.equal(scope.clinic.tokens, undefined);
  assert.deepEqual(Reflect.ownKeys(scope.clinic), ["timeZone", "now"]); // nor for a cast
  assert.ok(Object.isFrozen(scope.clinic));
  assert.equal((await listPatients(scope, { withVoided: false })).total, 0);
});

apiTest("a handle that no clinic has made opens nothing", async (api) => {
  const { clinic, staffIds } = api.clinic;
  const forged: ClinicHandle = { timeZone: clinic.timeZone, now: clinic.now };
  const actor = { staffId: staffIds.doctor, sessionId: "test", role: "doctor" as const };
  const scope: Scope = { clinic: forged, actor, source: null };
  await assert.rejects(listPatients(scope, { withVoided: false }), TypeError);
});
