import assert from "node:assert/strict";
import { whereTheKeyIs } from "@/clinic/key_place.ts";
import { localTest } from "@/tests/support/api/desk.ts";
import { onlyFor, scopeAs } from "@/tests/support/clinic/asking.ts";

localTest("where the key is, administrators alone are told", async ({ clinic }) => {
  const keyPlace = { kind: "file", path: "/media/stick/clinic.key" } as const;
  const admin = scopeAs(clinic, "admin");
  assert.deepEqual(await whereTheKeyIs({ ...admin, clinic: { ...admin.clinic, keyPlace } }), keyPlace);
  await onlyFor(clinic, ["admin"], (scope) => whereTheKeyIs(scope));
});
