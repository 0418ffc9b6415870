import { z } from "zod";
import { type AuditEntry, NO_SUBJECTS, type Subject } from "@/db/audit/entry.ts";
import { clinicOf } from "./clinic.ts";
import { auditHeader } from "./commit.ts";
import { ClinicError } from "./errors.ts";
import { type Action, mayDo } from "./permissions.ts";
import type { Actor, Scope } from "./scope.ts";

/**
 * Requires that the actor's role may do this; nothing is allowed that permissions.ts does not list. A page or endpoint may call it
 * before it reads the input; the verb, called with the same scope, then does not check again.
 *
 * @param subject the row that the request names, whether or not it exists: the audit tells what a refusal was about
 * @throws ClinicError token_missing | forbidden, which is in the audit
 */
export async function requirePermission(scope: Scope, action: Action, subject?: Subject): Promise<Actor> {
  const { actor } = scope;
  if (!actor) throw new ClinicError("token_missing");
  if (isPermitted(scope, actor, action)) return actor;
  if (!mayDo(actor.role, action)) {
    await auditRefusal(scope, action, subject);
    throw new ClinicError("forbidden");
  }
  remember(scope, actor, action);
  return actor;
}

async function auditRefusal(scope: Scope, action: Action, subject: Subject | undefined): Promise<void> {
  const isId = z.uuid().safeParse(subject?.id).success; // what is no id may be a name, and stays out of the audit
  const subjects = subject && isId ? { rows: [subject] } : NO_SUBJECTS;
  const entry: AuditEntry = { ...auditHeader(scope, action), outcome: "refused", subjects };
  await clinicOf(scope.clinic).store.audit(entry, false);
}

/** What has been permitted to the actor of a scope. It is held here alone, so that no caller can claim it. */
const permitted = new WeakMap<Scope, { readonly actor: Actor; readonly actions: Set<Action> }>();

function isPermitted(scope: Scope, actor: Actor, action: Action): boolean {
  const found = permitted.get(scope);
  return found?.actor === actor && found.actions.has(action);
}

function remember(scope: Scope, actor: Actor, action: Action): void {
  const found = permitted.get(scope);
  if (found?.actor === actor) found.actions.add(action);
  else permitted.set(scope, { actor, actions: new Set([action]) });
}
