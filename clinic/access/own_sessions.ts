import type { Session } from "@/db/tables/sessions.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { updateRow } from "@/clinic/optimistic.ts";
import { changesEndingSessions } from "./session_rows.ts";
import { startOf } from "./sessions.ts";
import { command, query, type Task } from "@/clinic/verb.ts";

/** One of one's own sessions that goes on. When it was last used nobody notes: that would be a write a request. */
export interface OwnSession {
  readonly id: string;
  readonly kind: "api" | "console";
  /** Instants, UTC. */
  readonly startedAt: string;
  readonly expiresAt: string;
  /** The address it was started from, and with what, e.g. `Firefox, Windows`; null where that is not known. */
  readonly source: string | null;
  readonly agent: string | null;
  /** Whether it is the one that asks. */
  readonly current: boolean;
}

/** One's own sessions, the newest first. */
export const listOwnSessions = query("session.list_own", (task, _: void): Promise<OwnSession[]> => {
  const sessions = ownSessions(task).map((session) => toOwnSession(task, session));
  return Promise.resolve(sessions.sort((a, b) => a.startedAt < b.startedAt ? 1 : -1));
});

/** Ends one of one's own sessions; the one that asks may be it. @throws ClinicError not_found */
export const endOwnSession = command("session.end", (task, { id }: { id: string }): Promise<void> => {
  const find = async () => {
    await task.clinic.store.directory.current();
    return ownSessions(task).find((session) => session.id === id);
  };
  return updateRow(find, undefined, (session) => {
    const ended = { ...session, endedAt: task.clinic.now().toISOString(), version: session.version + 1 };
    return task.commit(task.clinic.store.sessions.update(ended));
  });
});

/** Ends all of one's own sessions but the one that asks; gives how many. */
export const endAllOthers = command("session.end", (task, _: void): Promise<{ ended: number }> => {
  const { clinic, actor, commit } = task;
  const find = async () => {
    await clinic.store.directory.current();
    return clinic.store.directory.sessions.get(actor.sessionId);
  };
  return updateRow(find, undefined, async () => { // again where one of them was ended meanwhile
    const ending = changesEndingSessions(clinic, actor.staffId, actor.sessionId);
    if (ending.length > 0) await commit(...ending);
    return { ended: ending.length };
  }).catch(ifSignedOut);
});

function ownSessions({ clinic, actor }: Task): Session[] {
  const now = clinic.now().toISOString();
  return [...clinic.store.directory.sessions.values()]
    .filter(({ staffId, expiresAt }) => staffId === actor.staffId && expiresAt > now);
}

function toOwnSession({ actor }: Task, session: Session): OwnSession {
  const { id, channel, expiresAt, source, agent } = session;
  return {
    id,
    kind: channel,
    startedAt: startOf(session).toISOString(),
    expiresAt,
    source,
    agent: agent ?? null,
    current: id === actor.sessionId,
  };
}

/** Somebody has ended the session that asks. @throws ClinicError token_invalid */
function ifSignedOut(error: unknown): never {
  throw error instanceof ClinicError && error.code === "not_found" ? new ClinicError("token_invalid") : error;
}
