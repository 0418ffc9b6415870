import assert from "node:assert/strict";
import { getKeyLocation } from "@/clinic/key_location.ts";
import { localTest } from "@/tests/support/api/desk.ts";
import { onlyFor, scopeAs } from "@/tests/support/clinic/asking.ts";

localTest("where the key is, administrators alone are told", async ({ clinic }) => {
  const keyLocation = { kind: "file", path: "/media/stick/clinic.key" } as const;
  const admin = scopeAs(clinic, "admin");
  assert.deepEqual(await getKeyLocation({ ...admin, clinic: { ...admin.clinic, keyLocation } }), keyLocation);
  await onlyFor(clinic, ["admin"], (scope) => getKeyLocation(scope));
});
