import type { SessionLeft } from "@/islands/IdleWarning.tsx";
import { define } from "@/routes/(_shared)/define.ts";
import { secondsLeft } from "@/routes/(_shared)/session/seconds_left.ts";
import type { State } from "@/routes/(_shared)/state.ts";

/**
 * How long the session lasts without another request. POST makes it last longer, as every request does, and needs no form;
 * GET is the one request that does not (see isOnlyAskingTimeLeft in routes/_middleware.ts).
 */
export const handler = define.handlers({
  GET: (ctx) => ctx.json(timeLeft(ctx.state)),

  POST: (ctx) => ctx.json(timeLeft(ctx.state)),
});

function timeLeft(state: State): SessionLeft {
  const { person, session } = state;
  if (!person || !session) return { seconds: 0 };
  return { seconds: secondsLeft(state), username: person.username, formToken: session.formToken };
}
