import type { ComponentChildren, FunctionComponent } from "preact";
import type { Context } from "./context.ts";

export type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";

/** Answers a request, or passes it on with `ctx.next()`. */
export type Middleware<State> = (ctx: Context<State>) => Response | Promise<Response>;

/** What `page()` makes: data for the page component, with the status and headers of the answer. */
export interface PageResponse<Data> {
  data: Data;
  status?: number;
  headers?: HeadersInit;
}

export type HandlerResult<Data> = Response | PageResponse<Data>;

export type HandlerFn<Data, State> = (
  ctx: Context<State>,
) => HandlerResult<Data> | Promise<HandlerResult<Data>>;

export type HandlerByMethod<Data, State> = { [M in Method]?: HandlerFn<Data, State> };

export type RouteHandler<Data, State> = HandlerFn<Data, State> | HandlerByMethod<Data, State>;

/** What pages, layouts and the app wrapper are given. `Component` is what they wrap (null in a page). */
export type PageProps<Data = unknown, State = unknown> =
  & Pick<
    Context<State>,
    "req" | "url" | "params" | "route" | "state" | "error" | "info" | "config" | "isPartial"
  >
  & { data: Data; Component: FunctionComponent };

/** A page, layout or app wrapper. An async one may answer with a Response instead of JSX. */
export type ServerComponent<Data, State> = (
  props: PageProps<Data, State>,
) => ComponentChildren | Promise<ComponentChildren | Response>;

export interface LayoutConfig {
  skipAppWrapper?: boolean;
  skipInheritedLayouts?: boolean;
}

export interface RouteConfig extends LayoutConfig {
  /** A URL pattern that replaces the one made from the file's name. */
  routeOverride?: string;
}
