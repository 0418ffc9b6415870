import { type Context, inside, type Layout } from "./context.ts";
import { type Layer, type Scope, surrounds } from "./layers.ts";
import { statusOf } from "./http_error.ts";
import type { Middleware } from "./types.ts";

/**
 * Everything that happens between a request and `end`: the layers around `scope`, outer scopes first and, within one scope,
 * in the order in which they were registered. Where a scope has an error page, it catches what is thrown in that scope
 * and below. 404s pass all of them when `has404`: the app's own not-found page answers them.
 */
export function chain<State>(
  layers: readonly Layer<State>[],
  scope: Scope,
  end: Middleware<State>,
  has404: boolean,
): Middleware<State> {
  const around = layers.filter((layer) => surrounds(layer.scope, scope));
  const layouts = layoutsOf(around, scope.length);
  let run: Middleware<State> = (ctx) => {
    ctx[inside].layouts = layouts;
    return end(ctx);
  };
  for (let depth = scope.length; depth >= 0; depth--) {
    const here = around.filter((layer) => layer.scope.length === depth);
    run = inOrder(here.filter((layer) => layer.kind === "middleware").map((layer) => layer.run), run);
    const page = here.findLast((layer) => layer.kind === "error");
    if (page) run = caught(run, page.run, layoutsOf(around, depth), has404);
  }
  return run;
}

/** The layouts that apply at `depth`, outermost first. */
export function layoutsOf<State>(layers: readonly Layer<State>[], depth: number): Layout[] {
  return layers
    .filter((layer) => layer.kind === "layout")
    .filter((layer) => layer.scope.length <= depth)
    .sort((a, b) => a.scope.length - b.scope.length)
    .map((layer) => layer.layout);
}

/** The middlewares one inside the other, then `end`. */
export function inOrder<State>(middlewares: Middleware<State>[], end: Middleware<State>): Middleware<State> {
  return middlewares.reduceRight((next, middleware) => before(middleware, next), end);
}

function before<State>(middleware: Middleware<State>, next: Middleware<State>): Middleware<State> {
  return (ctx) => {
    ctx.next = async () => await next(ctx);
    return middleware(ctx);
  };
}

function caught<State>(
  run: Middleware<State>,
  errorPage: Middleware<State>,
  layouts: Layout[],
  has404: boolean,
): Middleware<State> {
  return async (ctx) => {
    try {
      return await run(ctx);
    } catch (error) {
      if (has404 && statusOf(error) === 404) throw error;
      return await answerError(ctx, error, errorPage, layouts);
    }
  };
}

/** Runs an error page; what it throws itself reaches the next one outward. */
export async function answerError<State>(
  ctx: Context<State>,
  error: unknown,
  errorPage: Middleware<State>,
  layouts: Layout[],
): Promise<Response> {
  ctx.error = error;
  ctx[inside].layouts = layouts;
  return await errorPage(ctx);
}
