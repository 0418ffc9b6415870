import type { Parts } from "./app.ts";
import { answerError, chain, layoutsOf } from "./chain.ts";
import { Context, type Layout } from "./context.ts";
import { readFileRoutes } from "./file_routes.ts";
import { HttpError, statusOf } from "./http_error.ts";
import type { Layer } from "./layers.ts";
import { type Match, Router } from "./router.ts";
import type { Middleware } from "./types.ts";

/** Answers a request. `info` is what `Deno.serve` gives beside it. */
export type AppHandler = (req: Request, info?: Deno.ServeHandlerInfo) => Promise<Response>;

interface Assembled<State> {
  router: Router<State>;
  /** What runs when no route matches: the middlewares that are everywhere, then a 404. */
  nowhere: Middleware<State>;
  notFound: Middleware<State> | undefined;
  layouts: Layout[];
}

/** Makes the app's handler: every route's chain is composed once, here. */
export function assemble<State>(told: Parts<State>): AppHandler {
  const parts = withFiles(told);
  const assembled = connect(parts);
  const { wrapper, snapshot } = parts;
  return async (req, info = NO_INFO) => {
    const within = { snapshot, wrapper, layouts: assembled.layouts, nonce: undefined };
    const response = await answer(new Context<State>(req, new URL(req.url), info, within), assembled);
    return req.method === "HEAD" && response.body ? new Response(null, response) : response;
  };
}

function connect<State>({ items, notFound }: Parts<State>): Assembled<State> {
  const router = new Router<State>();
  const layers: Layer<State>[] = [];
  const has404 = notFound !== undefined;
  for (const item of items) {
    if (item.kind === "route") {
      router.add(item.pattern, item.method, chain(layers, item.scope, item.run, has404));
    } else if (item.kind !== "files") layers.push(item);
  }
  const everywhere = layers.filter((layer) => layer.scope.length === 0);
  return {
    router,
    nowhere: chain(everywhere, [], missing, has404),
    notFound,
    layouts: layoutsOf(everywhere, 0),
  };
}

async function answer<State>(ctx: Context<State>, assembled: Assembled<State>): Promise<Response> {
  try {
    return await dispatch(ctx, assembled);
  } catch (error) {
    if (!assembled.notFound || statusOf(error) !== 404) return plain(error);
    return await answerError(ctx, error, assembled.notFound, assembled.layouts).catch(plain);
  }
}

function dispatch<State>(
  ctx: Context<State>,
  { router, nowhere }: Assembled<State>,
): Response | Promise<Response> {
  const match = router.match(ctx.req.method, ctx.url.pathname);
  if (!match) return nowhere(ctx);
  ctx.route = match.pattern;
  ctx.params = match.params;
  return runOf(match)(ctx);
}

function runOf<State>(match: Match<State>): Middleware<State> {
  if (match.run) return match.run;
  throw new HttpError(405, "Method Not Allowed");
}

function missing(): never {
  throw new HttpError(404, "Not Found");
}

/** Without an error page: the host sees unexpected errors, since only it knows what may be logged. */
function plain(error: unknown): Response {
  if (!(error instanceof HttpError)) throw error;
  return new Response(error.message, { status: error.status });
}

function withFiles<State>(told: Parts<State>): Parts<State> {
  const at = told.items.findIndex((item) => item.kind === "files");
  if (at < 0) return told;
  if (!told.snapshot) {
    throw new Error("app.fsRoutes() has no build: run `deno task build`, or apply a Builder's snapshot");
  }
  const files = readFileRoutes<State>(told.snapshot.routes);
  const wrapper = files.wrapper && { component: files.wrapper, config: {} };
  return {
    items: [...told.items.slice(0, at), ...files.items, ...told.items.slice(at + 1)],
    wrapper: told.wrapper ?? wrapper,
    notFound: told.notFound ?? files.notFound,
    snapshot: told.snapshot,
  };
}

const NO_INFO: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 0 },
  completed: Promise.resolve(),
};
