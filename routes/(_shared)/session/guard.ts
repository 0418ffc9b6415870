import type { Context, Middleware } from "fresh";
import type { State } from "@/routes/(_shared)/state.ts";

/**
 * The guard of a group of routes/, its _middleware.ts. Behind it a request acts for who asks; a page without a guard acts for
 * nobody, and routes/_middleware.ts shows its answer to nobody.
 * @param refuse where a request is led that may not go on; undefined for one that may
 */
export function guard(refuse: (ctx: Context<State>) => Response | undefined): Middleware<State> {
  return async (ctx) => {
    Object.assign(ctx.state, { isGuarded: true } satisfies Partial<State>);
    const refusal = refuse(ctx);
    if (refusal) return refusal;
    Object.assign(ctx.state, actingFor(ctx.state));
    return await ctx.next();
  };
}

function actingFor({ scope, visitor }: State): Pick<State, "scope" | "person" | "session"> {
  if (!visitor) return { scope, person: null, session: null };
  const { actor, person, session } = visitor;
  return { scope: { ...scope, actor }, person, session };
}
