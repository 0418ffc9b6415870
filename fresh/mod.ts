/** The part of Fresh 2.3's `fresh` that the console uses; README.md says what is left out. */
export { App } from "./app/app.ts";
export type { AppHandler, RouteSpec } from "./app/app.ts";
export { createDefine, type Define } from "./app/define.ts";
export { HttpError } from "./http_error.ts";
export { csp, type CSPOptions } from "./middlewares/csp.ts";
export { csrf, type CsrfOptions } from "./middlewares/csrf.ts";
export { staticFiles } from "./middlewares/static_files.ts";
export type { LayoutConfig, PageProps, ResolvedFreshConfig, RouteConfig } from "./render/component.ts";
export { Context } from "./request/context.ts";
export type { Context as FreshContext } from "./request/context.ts";
export type {
  HandlerByMethod,
  HandlerFn,
  Method,
  Middleware,
  Middleware as MiddlewareFn,
  PageResponse,
  RouteHandler,
} from "./request/handler_types.ts";
export { page } from "./routing/page.ts";
export { cors, trailingSlashes } from "./unsupported.ts";
