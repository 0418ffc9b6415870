import { define } from "../(_shared)/define.ts";
import { readForm } from "../(_shared)/form.ts";
import type { State } from "../(_shared)/state.ts";

/** How many seconds the session lasts without another request. GET only looks; POST is such a request. */
export const handler = define.handlers({
  GET: ({ state, json }) => json({ seconds: secondsLeft(state) }),

  async POST(ctx) {
    await readForm(ctx);
    return ctx.json({ seconds: secondsLeft(ctx.state) });
  },
});

function secondsLeft({ session, house }: State): number {
  return Math.round((session!.endsAt.getTime() - house.clinic.now().getTime()) / 1_000);
}
