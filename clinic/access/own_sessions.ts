import type { Session } from "@/db/tables/sessions.ts";
import { currentSession } from "@/clinic/current_rows.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { updateRow } from "@/clinic/update_row.ts";
import { changesEndingSessions } from "./end_sessions.ts";
import { sessionStart } from "./sessions.ts";
import { command, query, type Task } from "@/clinic/verb.ts";

/** A session of one's own that has not ended. When it was last used is not recorded: that would be a write a request. */
export interface OwnSession {
  readonly id: string;
  readonly kind: "api" | "console";
  /** Instants, UTC. */
  readonly startedAt: string;
  readonly expiresAt: string;
  /** The address it was started from, and with what, e.g. `Firefox, Windows`; null where that is not known. */
  readonly source: string | null;
  readonly agent: string | null;
  /** Whether it is the one of this request. */
  readonly current: boolean;
}

/** One's own sessions, the newest first. */
export const listOwnSessions = query("session.list_own", (task, _: void): Promise<OwnSession[]> => {
  const sessions = [...task.clinic.store.directory.sessions.values()].filter((row) => isOwn(task, row));
  const own = sessions.map((session) => toOwnSession(task, session));
  return Promise.resolve(own.sort((a, b) => a.startedAt < b.startedAt ? 1 : -1));
});

/** Ends one of one's own sessions, perhaps that of this request. @throws ClinicError not_found */
export const endOwnSession = command("session.end", (task, { id }: { id: string }): Promise<void> => {
  const read = async () => {
    const session = await currentSession(task.clinic, id);
    return session && isOwn(task, session) ? session : undefined;
  };
  return updateRow(read, undefined, (session) => {
    const ended = { ...session, endedAt: task.clinic.now().toISOString(), version: session.version + 1 };
    return task.commit(task.clinic.store.sessions.update(ended));
  });
});

/** Ends all of one's own sessions but that of this request; returns how many. */
export const endAllOthers = command("session.end", (task, _: void): Promise<{ ended: number }> => {
  const { clinic, actor, commit } = task;
  return updateRow(() => currentSession(clinic, actor.sessionId), undefined, async () => { // again where one of them was ended meanwhile
    const ending = changesEndingSessions(clinic, actor.staffId, actor.sessionId);
    if (ending.length > 0) await commit(...ending);
    return { ended: ending.length };
  }).catch(ifSignedOut);
});

function isOwn({ clinic, actor }: Task, { staffId, expiresAt }: Session): boolean {
  return staffId === actor.staffId && expiresAt > clinic.now().toISOString();
}

function toOwnSession({ actor }: Task, session: Session): OwnSession {
  const { id, channel, expiresAt, source, agent } = session;
  return {
    id,
    kind: channel,
    startedAt: sessionStart(session).toISOString(),
    expiresAt,
    source,
    agent: agent ?? null,
    current: id === actor.sessionId,
  };
}

/** Translates that the session of this request has ended meanwhile. @throws ClinicError token_invalid */
function ifSignedOut(error: unknown): never {
  throw error instanceof ClinicError && error.code === "not_found" ? new ClinicError("token_invalid") : error;
}
