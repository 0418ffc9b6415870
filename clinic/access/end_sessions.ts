import type { Change } from "@/db/tables/change.ts";
import type { Clinic } from "@/clinic/clinic.ts";

/** The changes that end every session of a member of staff, except the one with the id `keep`. */
export function changesEndingSessions({ store, now }: Clinic, staffId: string, keep?: string): Change[] {
  const endedAt = now().toISOString();
  return [...store.directory.sessions.values()]
    .filter((session) => session.staffId === staffId && session.id !== keep)
    .map((session) => store.sessions.update({ ...session, endedAt, version: session.version + 1 }));
}
