/** The part of Fresh 2.3's `fresh` that the console uses; README.md says what is left out. */
export { App } from "./app.ts";
export type { AppHandler, RouteSpec } from "./app.ts";
export { Context } from "./context.ts";
export type { Context as FreshContext, ResolvedFreshConfig } from "./context.ts";
export { csp, type CSPOptions } from "./csp.ts";
export { csrf, type CsrfOptions } from "./csrf.ts";
export { createDefine, type Define } from "./define.ts";
export { HttpError } from "./http_error.ts";
export { cors, trailingSlashes } from "./unsupported.ts";
export { page } from "./page.ts";
export { staticFiles } from "./static_files.ts";
export type {
  HandlerByMethod,
  HandlerFn,
  LayoutConfig,
  Method,
  Middleware,
  Middleware as MiddlewareFn,
  PageProps,
  PageResponse,
  RouteConfig,
  RouteHandler,
} from "./types.ts";
