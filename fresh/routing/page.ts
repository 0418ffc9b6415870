import { HttpError, statusOf } from "../http_error.ts";
import type { RouteConfig, ServerComponent } from "../render/component.ts";
import { type Context, renderInContext } from "../request/context.ts";
import type {
  HandlerFn,
  HandlerResult,
  Method,
  Middleware,
  PageResponse,
  RouteHandler,
} from "../request/handler_types.ts";

/** Gives `data` to the page component, with the status and headers of the answer. */
export function page<Data>(
  data: Data,
  options?: { status?: number; headers?: HeadersInit },
): PageResponse<Data>;
export function page(): PageResponse<undefined>;
export function page<Data>(
  data?: Data,
  options: { status?: number; headers?: HeadersInit } = {},
): PageResponse<Data | undefined> {
  return { data, status: options.status, headers: options.headers };
}

/** A route as its file or `app.route()` declares it. */
export interface Page<State> {
  component?: ServerComponent<unknown, State>;
  handlers?: RouteHandler<unknown, State>;
  config?: RouteConfig;
}

/** Runs the route's handler for the method, then renders its component. */
export function routeHandler<State>(route: Page<State>): Middleware<State> {
  return async (ctx) => {
    const result = await runHandler(route, ctx);
    if (result instanceof Response) return result;
    return await renderPage(route, ctx, result);
  };
}

function runHandler<State>(
  route: Page<State>,
  ctx: Context<State>,
): HandlerResult<unknown> | Promise<HandlerResult<unknown>> {
  const handler = handlerFor(route.handlers, ctx.req.method as Method);
  if (handler) return handler(ctx);
  // An error page answers whatever the method of the request that failed.
  const mayRender = ctx.req.method === "GET" || ctx.req.method === "HEAD" || ctx.error !== null;
  if (route.component && mayRender) return page();
  throw new HttpError(405, "Method Not Allowed");
}

function handlerFor<State>(
  handlers: RouteHandler<unknown, State> | undefined,
  method: Method,
): HandlerFn<unknown, State> | undefined {
  if (typeof handlers === "function" || handlers === undefined) return handlers;
  if (Object.hasOwn(handlers, method)) return handlers[method];
  return method === "HEAD" ? handlers.GET : undefined;
}

async function renderPage<State>(
  route: Page<State>,
  ctx: Context<State>,
  result: PageResponse<unknown>,
): Promise<Response> {
  if (!route.component) {
    throw new Error(`The handler of ${ctx.route} returned page(), but the route has no component`);
  }
  ctx.data = result.data;
  const html = await renderInContext(ctx, route.component, route.config ?? {});
  if (html instanceof Response) return html;
  const status = result.status ?? (ctx.error === null ? 200 : statusOf(ctx.error));
  return ctx.html(html, { status, headers: result.headers });
}
