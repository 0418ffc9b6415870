import type { Context, Middleware } from "fresh";
import type { State } from "@/routes/(_shared)/state.ts";

/**
 * The middleware that admits requests to a group of pages. After it `state.scope` has the visitor as actor. A page with no
 * guard has no actor, and routes/_middleware.ts discards its answer.
 * @param refuse the redirect for a request that is not admitted; undefined admits it
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
