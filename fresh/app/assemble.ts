import { HttpError, statusOf } from "../http_error.ts";
import type { Layout } from "../render/component.ts";
import { Context } from "../request/context.ts";
import type { Middleware } from "../request/handler_types.ts";
import { composeRoute, layoutsAt, runErrorPage } from "../routing/chain.ts";
import { readFileRoutes } from "../routing/file_routes.ts";
import type { Layer } from "../routing/layers.ts";
import { type Match, Router } from "../routing/router.ts";
import type { Registrations } from "./registrations.ts";

/** Answers a request. `info` is what `Deno.serve` gives beside it. */
export type AppHandler = (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

interface Assembled<State> {
  router: Router<State>;
  /** Runs when no route matches: the middlewares that apply everywhere, then a 404. */
  unmatched: Middleware<State>;
  notFound: Middleware<State> | undefined;
  layouts: Layout[];
}

/**
 * Makes the app's handler: every route's middlewares are composed once, here.
 *
 * @throws when routes/ is to be read and no build is applied, or a file of it is not as its name says
 */
export function assemble<State>(registered: Registrations<State>): AppHandler {
  const registrations = withFileRoutes(registered);
  const assembled = addRoutes(registrations);
  const { wrapper, snapshot } = registrations;
  return async (req, info = NO_INFO) => {
    const surroundings = { snapshot, wrapper, layouts: assembled.layouts, nonce: undefined };
    const response = await answer(new Context<State>(req, new URL(req.url), info, surroundings), assembled);
    return req.method === "HEAD" && response.body ? new Response(null, response) : response;
  };
}

function addRoutes<State>({ items, notFound }: Registrations<State>): Assembled<State> {
  const router = new Router<State>();
  const layers: Layer<State>[] = [];
  const hasNotFoundPage = notFound !== undefined;
  for (const item of items) {
    if (item.kind === "route") {
      router.add(item.pattern, item.method, composeRoute(layers, item.scope, item.run, hasNotFoundPage));
    } else if (item.kind !== "files") layers.push(item);
  }
  const everywhere = layers.filter((layer) => layer.scope.length === 0);
  return {
    router,
    unmatched: composeRoute(everywhere, [], throwNotFound, hasNotFoundPage),
    notFound,
    layouts: layoutsAt(everywhere, 0),
  };
}

async function answer<State>(ctx: Context<State>, assembled: Assembled<State>): Promise<Response> {
  try {
    return await dispatch(ctx, assembled);
  } catch (error) {
    if (!assembled.notFound || statusOf(error) !== 404) return toPlainText(error);
    return await runErrorPage(ctx, error, assembled.notFound, assembled.layouts).catch(toPlainText);
  }
}

function dispatch<State>(
  ctx: Context<State>,
  { router, unmatched }: Assembled<State>,
): Response | Promise<Response> {
  const match = router.match(ctx.req.method, ctx.url.pathname);
  if (!match) return unmatched(ctx);
  ctx.route = match.pattern;
  ctx.params = match.params;
  return requireMethod(match)(ctx);
}

function requireMethod<State>({ run }: Match<State>): Middleware<State> {
  if (run) return run;
  throw new HttpError(405, "Method Not Allowed");
}

function throwNotFound(): never {
  throw new HttpError(404, "Not Found");
}

/** For what no error page answered. Unexpected errors go on to the host, since only it knows what may be logged. */
function toPlainText(error: unknown): Response {
  if (!(error instanceof HttpError)) throw error;
  return new Response(error.message, { status: error.status });
}

function withFileRoutes<State>(registered: Registrations<State>): Registrations<State> {
  const at = registered.items.findIndex((item) => item.kind === "files");
  if (at < 0) return registered;
  if (!registered.snapshot) {
    throw new Error("app.fsRoutes() has no build: run `deno task build`, or apply a Builder's snapshot");
  }
  const files = readFileRoutes<State>(registered.snapshot.routes);
  const wrapper = files.wrapper && { component: files.wrapper, config: {} };
  return {
    items: [...registered.items.slice(0, at), ...files.items, ...registered.items.slice(at + 1)],
    wrapper: registered.wrapper ?? wrapper,
    notFound: registered.notFound ?? files.notFound,
    snapshot: registered.snapshot,
  };
}

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 0 },
  completed: Promise.resolve(),
};
