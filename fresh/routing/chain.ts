import { statusOf } from "../http_error.ts";
import type { Layout } from "../render/component.ts";
import type { Context } from "../request/context.ts";
import type { Middleware } from "../request/handler_types.ts";
import { internals } from "../request/internals.ts";
import { includesScope, type Layer, type Scope } from "./layers.ts";

/**
 * Composes all that runs for a route and ends with its handler: the layers that apply to `scope`, outer scopes first and,
 * within one scope, in the order in which they were registered. Where a scope has an error page, it answers what is
 * thrown in that scope and below. With `hasNotFoundPage`, 404s pass all error pages: the app's own not-found page
 * answers them.
 */
export function composeRoute<State>(
  layers: readonly Layer<State>[],
  scope: Scope,
  handler: Middleware<State>,
  hasNotFoundPage: boolean,
): Middleware<State> {
  const applying = layers.filter((layer) => includesScope(layer.scope, scope));
  const layouts = layoutsAt(applying, scope.length);
  let run: Middleware<State> = (ctx) => {
    ctx[internals].layouts = layouts;
    return handler(ctx);
  };
  for (let depth = scope.length; depth >= 0; depth--) {
    const here = applying.filter((layer) => layer.scope.length === depth);
    run = compose(here.filter((layer) => layer.kind === "middleware").map((layer) => layer.run), run);
    const page = here.findLast((layer) => layer.kind === "error");
    if (page) run = withErrorPage(run, page.run, layoutsAt(applying, depth), hasNotFoundPage);
  }
  return run;
}

/** The layouts that apply at `depth`, outermost first. */
export function layoutsAt<State>(layers: readonly Layer<State>[], depth: number): Layout[] {
  return layers
    .filter((layer) => layer.kind === "layout")
    .filter((layer) => layer.scope.length <= depth)
    .sort((a, b) => a.scope.length - b.scope.length)
    .map((layer) => layer.layout);
}

/** The middlewares, each of which calls the one after it with `ctx.next()`, and then `last`. */
export function compose<State>(middlewares: Middleware<State>[], last: Middleware<State>): Middleware<State> {
  return middlewares.reduceRight((next, middleware) => withNext(middleware, next), last);
}

function withNext<State>(middleware: Middleware<State>, next: Middleware<State>): Middleware<State> {
  return (ctx) => {
    ctx.next = async () => await next(ctx);
    return middleware(ctx);
  };
}

function withErrorPage<State>(
  run: Middleware<State>,
  errorPage: Middleware<State>,
  layouts: Layout[],
  hasNotFoundPage: boolean,
): Middleware<State> {
  return async (ctx) => {
    try {
      return await run(ctx);
    } catch (error) {
      if (hasNotFoundPage && statusOf(error) === 404) throw error;
      return await runErrorPage(ctx, error, errorPage, layouts);
    }
  };
}

/** Answers with an error page. What the page itself throws reaches the next one outward. */
export async function runErrorPage<State>(
  ctx: Context<State>,
  error: unknown,
  errorPage: Middleware<State>,
  layouts: Layout[],
): Promise<Response> {
  ctx.error = error;
  ctx[internals].layouts = layouts;
  return await errorPage(ctx);
}
