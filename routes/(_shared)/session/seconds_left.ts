import type { State } from "@/routes/(_shared)/state.ts";

/** How many seconds the session lasts without another request; 0 where there is none. */
export function secondsLeft({ session, info }: State): number {
  if (session === null) return 0;
  return Math.round((session.endsAt.getTime() - info.clinic.now().getTime()) / 1_000);
}
