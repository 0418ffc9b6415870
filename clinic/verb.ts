import { z } from "zod";
import { type AuditEntry, nothing, type Subject, type Subjects } from "@/db/audit/entry.ts";
import type { Change } from "@/db/tables/change.ts";
import type { AuditHeader } from "@/db/store.ts";
import { StatementFailed } from "@/db/port/port.ts";
import type { Actor, Scope } from "./clinic.ts";
import { ClinicError } from "./errors.ts";
import { refusalOf } from "./refusals.ts";
import { type Action, mayDo } from "./roles.ts";

/**
 * Something a clinic does. Whoever calls it has passed the policy and is in the audit without the verb's own code
 * noticing: `changing` and `reading` see to both.
 */
export interface Verb<Input, Output> {
  (scope: Scope, input: Input): Promise<Output>;
  readonly action: Action;
}

/** What a verb's code works with: the scope of somebody who may do this, and the way to write. */
export interface Task extends Scope {
  readonly actor: Actor;
  /** Writes the changes and their audit entry as one unit. @throws ClinicError where a condition refuses it */
  commit(...changes: Change[]): Promise<void>;
}

/** A verb that changes something: what it commits is audited in the same unit. */
export function command<I, O>(action: Action, work: (task: Task, input: I) => Promise<O>): Verb<I, O> {
  return asVerb(action, work);
}

/** A verb that reads: `whom` says whose data its answer holds, and that is audited before the answer leaves. */
export function auditedQuery<I, O>(
  action: Action,
  work: (task: Task, input: I) => Promise<O>,
  subjects: (output: O) => Subjects,
): Verb<I, O> {
  return asVerb(action, async (task: Task, input: I) => {
    const output = await work(task, input);
    await task.clinic.store.audit({ ...auditHeader(task, action), subjects: subjects(output) }, false);
    return output;
  });
}

/** A verb that reads nothing of patients and is not audited: lists of departments and staff. */
export function query<I, O>(action: Action, work: (task: Task, input: I) => Promise<O>): Verb<I, O> {
  return asVerb(action, work);
}

function asVerb<I, O>(action: Action, work: (task: Task, input: I) => Promise<O>): Verb<I, O> {
  const verb = async (scope: Scope, input: I) => {
    const actor = await requirePermission(scope, action);
    return work({ ...scope, actor, commit: (...changes) => commit(scope, action, changes) }, input);
  };
  return Object.assign(verb, { action });
}

/**
 * The policy, deny by default. @throws ClinicError token_missing | forbidden
 * @param subject what was asked for, whether or not it is there: the audit tells whom a refusal was about
 */
export async function requirePermission(scope: Scope, action: Action, subject?: Subject): Promise<Actor> {
  if (!scope.actor) throw new ClinicError("token_missing");
  if (mayDo(scope.actor.role, action)) return scope.actor;
  const isId = z.uuid().safeParse(subject?.id).success; // what is no id may be a name, and stays out of the audit
  const subjects = subject && isId ? { rows: [subject] } : nothing;
  const entry: AuditEntry = { ...auditHeader(scope, action), outcome: "refused", subjects };
  await scope.clinic.store.audit(entry, false);
  throw new ClinicError("forbidden");
}

/** Writes changes under an action's name. @throws ClinicError where a condition of the unit refuses it */
export async function commit(scope: Scope, action: string, changes: readonly Change[]): Promise<void> {
  try {
    await scope.clinic.store.commit(changes, auditHeader(scope, action));
  } catch (error) {
    if (error instanceof StatementFailed) throw refusalOf(error.reason) ?? error;
    throw error;
  }
}

/** The audit entry of what `scope` does, but for the rows. */
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
