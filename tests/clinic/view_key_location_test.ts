import assert from "node:assert/strict";
import { clinicWith } from "@/clinic/clinic.ts";
import { getKeyLocation } from "@/clinic/view_key_location.ts";
import { apiTest } from "@/tests/support/api/test_api.ts";
import { onlyFor, scopeAs } from "@/tests/support/clinic/scopes.ts";

apiTest("where the key is, administrators alone are told", async ({ clinic }) => {
  const keyLocation = { kind: "file", path: "/media/stick/clinic.key" } as const;
  const scope = { ...scopeAs(clinic, "admin"), clinic: clinicWith({ ...clinic.clinic, keyLocation }) };
  assert.deepEqual(await getKeyLocation(scope), keyLocation);
  await onlyFor(clinic, ["admin"], (scope) => getKeyLocation(scope));
});
