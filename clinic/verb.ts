import type { Subjects } from "@/db/audit/entry.ts";
import type { Change } from "@/db/tables/change.ts";
import { clinicOf, type ClinicScope } from "./clinic.ts";
import { auditHeader, commit } from "./commit.ts";
import { requirePermission } from "./require_permission.ts";
import type { Action } from "./permissions.ts";
import type { Actor, Scope } from "./scope.ts";

/**
 * Something a clinic does. Its permission check and its audit entry are added by `command`, `auditedQuery` and `query`, so
 * that the verb's own code cannot forget them.
 */
export interface Verb<Input, Output> {
  (scope: Scope, input: Input): Promise<Output>;
  readonly action: Action;
}

/** What a verb's code works with: the scope of somebody who may do this, and the way to write. */
export interface Task extends ClinicScope {
  readonly actor: Actor;
  /** Writes the changes and their audit entry as one unit. @throws ClinicError where a condition refuses it */
  commit(...changes: Change[]): Promise<void>;
}

/** A verb that changes something: what it commits is audited in the same unit. */
export function command<I, O>(action: Action, work: (task: Task, input: I) => Promise<O>): Verb<I, O> {
  return asVerb(action, work);
}

/** A verb that reads: `subjects` says whose data its answer holds, and that is audited before the answer leaves. */
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

/** A verb that shows no patient's record. It adds no audit entry. */
export function query<I, O>(action: Action, work: (task: Task, input: I) => Promise<O>): Verb<I, O> {
  return asVerb(action, work);
}

function asVerb<I, O>(action: Action, work: (task: Task, input: I) => Promise<O>): Verb<I, O> {
  const verb = async (scope: Scope, input: I) => {
    const actor = await requirePermission(scope, action);
    const { source } = scope;
    const ownScope: ClinicScope = { clinic: clinicOf(scope.clinic), actor, source };
    return work({ ...ownScope, actor, commit: (...changes) => commit(ownScope, action, changes) }, input);
  };
  return Object.assign(verb, { action });
}
