import assert from "node:assert/strict";
import { type ClinicScope, clinicWith } from "@/clinic/clinic.ts";
import type { Scope } from "@/clinic/scope.ts";
import { type Role, roles } from "@/clinic/roles.ts";
import type { TestClinic } from "@/tests/support/clinic.ts";

/** Somebody of a role asks. `at` stops the clinic's clock at an instant (UTC). */
export function scopeAs({ clinic, staffIds }: TestClinic, role: Role, at?: string): ClinicScope {
  const actor = { staffId: staffIds[role], sessionId: "test", role };
  const own = at === undefined ? clinic : clinicWith({ ...clinic, now: () => new Date(at) });
  return { clinic: own, actor, source: "test" };
}

/** Asks as everybody, and nobody: those of `allowed` are not refused, the others are, by one code. */
export async function onlyFor(
  clinic: TestClinic,
  allowed: readonly Role[],
  ask: (scope: Scope) => Promise<unknown>,
): Promise<void> {
  for (const role of roles) {
    const asked = ask(scopeAs(clinic, role));
    if (allowed.includes(role)) await asked;
    else await assert.rejects(asked, { name: "ClinicError", code: "forbidden" }, role);
  }
  await assert.rejects(ask({ ...scopeAs(clinic, "admin"), actor: null }), { code: "token_missing" });
}

/** Asserts that a verb says no: the code, and the fields at fault with their codes, e.g. `from:start_after_end`. */
export async function refused(asked: Promise<unknown>, code: string, ...fields: string[]): Promise<void> {
  await assert.rejects(asked, (error: { code: string; fields: { field: string; code: string }[] }) => {
    assert.equal(error.code, code);
    assert.deepEqual(error.fields.map(({ field, code }) => `${field}:${code}`), fields);
    return true;
  });
}
