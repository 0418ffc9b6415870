import { StatementFailed } from "@/db/port/port.ts";
import type { AuditHeader } from "@/db/store.ts";
import type { Change } from "@/db/tables/change.ts";
import type { ClinicScope } from "./clinic.ts";
import { refusalOf } from "./refusal_errors.ts";
import type { Scope } from "./scope.ts";

/** Writes changes and their audit entry as one unit. @throws ClinicError where a condition of the unit refuses it */
export async function commit(
  scope: ClinicScope,
  action: string,
  changes: readonly Change[],
): Promise<void> {
  try {
    await scope.clinic.store.commit(changes, auditHeader(scope, action));
  } catch (error) {
    if (error instanceof StatementFailed) throw refusalOf(error.reason) ?? error;
    throw error;
  }
}

/** The audit entry of what is done in `scope`, without the rows. */
export function auditHeader(scope: Scope, action: string): AuditHeader {
  return {
    at: scope.clinic.now().toISOString(),
    actor: scope.actor?.staffId ?? null,
    session: scope.actor?.sessionId ?? null,
    action,
    outcome: "done",
    source: scope.source,
  };
}
