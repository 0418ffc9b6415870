import type { Layout, LayoutConfig, ServerComponent } from "../render/component.ts";
import type { Method, Middleware } from "../request/handler_types.ts";
import { internals } from "../request/internals.ts";
import { compose } from "../routing/chain.ts";
import { scopeOf } from "../routing/layers.ts";
import { type Page, routeHandler } from "../routing/page.ts";
import { Unsupported } from "../unsupported.ts";
import { type AppHandler, assemble } from "./assemble.ts";
import type { Registrations } from "./registrations.ts";

export type { AppHandler };
export type RouteSpec<State> = Page<State>;

/** Routes, middlewares, layouts and error pages, applied from top to bottom. */
export class App<State = unknown> {
  readonly [internals]: Registrations<State> = {
    items: [],
    wrapper: undefined,
    notFound: undefined,
    snapshot: undefined,
  };

  /** Adds middlewares for everything registered below, or for the paths under `path`. */
  use(...middlewares: Middleware<State>[]): this;
  use(path: string, ...middlewares: Middleware<State>[]): this;
  use(first: string | Middleware<State>, ...rest: Middleware<State>[]): this {
    const [path, middlewares] = typeof first === "string" ? [first, rest] : ["*", [first, ...rest]];
    const scope = scopeOf(path);
    this[internals].items.push(...middlewares.map((run) => ({ kind: "middleware" as const, scope, run })));
    return this;
  }

  get(path: string, ...handlers: Middleware<State>[]): this {
    return this.#on("GET", path, handlers);
  }

  post(path: string, ...handlers: Middleware<State>[]): this {
    return this.#on("POST", path, handlers);
  }

  put(path: string, ...handlers: Middleware<State>[]): this {
    return this.#on("PUT", path, handlers);
  }

  patch(path: string, ...handlers: Middleware<State>[]): this {
    return this.#on("PATCH", path, handlers);
  }

  delete(path: string, ...handlers: Middleware<State>[]): this {
    return this.#on("DELETE", path, handlers);
  }

  head(path: string, ...handlers: Middleware<State>[]): this {
    return this.#on("HEAD", path, handlers);
  }

  all(path: string, ...handlers: Middleware<State>[]): this {
    return this.#on("ALL", path, handlers);
  }

  /** A page with its handlers, as a file of routes/ would declare it. */
  route(path: string, spec: RouteSpec<State>): this {
    return this.#on("ALL", path, [routeHandler(spec)]);
  }

  /** A layout around the pages under `path`. */
  layout(path: string, component: ServerComponent<unknown, State>, config: LayoutConfig = {}): this {
    this[internals].items.push({ kind: "layout", scope: scopeOf(path), layout: toLayout(component, config) });
    return this;
  }

  /** The component that renders `<html>`; an app has one. */
  appWrapper(component: ServerComponent<unknown, State>): this {
    this[internals].wrapper = toLayout(component, {});
    return this;
  }

  /** Answers what is thrown under `path` (default: everywhere); the error is `ctx.error`. */
  onError(handler: Middleware<State>): this;
  onError(path: string, handler: Middleware<State>): this;
  onError(first: string | Middleware<State>, handler?: Middleware<State>): this {
    const [path, run] = typeof first === "string" ? [first, handler] : ["*", first];
    if (!run) throw new Error("app.onError needs a handler");
    this[internals].items.push({ kind: "error", scope: scopeOf(path), run });
    return this;
  }

  /** Answers every 404, whether thrown or because no route matched. */
  notFound(handler: Middleware<State>): this {
    this[internals].notFound = handler;
    return this;
  }

  /** Adds the files of routes/ here. They come with the build: see `Builder` and `_fresh/server.js`. */
  fsRoutes(path?: string): this {
    if (path !== undefined) throw new Unsupported("app.fsRoutes() with a path");
    this[internals].items.push({ kind: "files" });
    return this;
  }

  /** Not supported: the host serves, with `Deno.serve(app.handler())` or inside another framework. */
  listen(): never {
    throw new Unsupported("app.listen()");
  }

  /** Not supported. */
  mountApp(): never {
    throw new Unsupported("app.mountApp()");
  }

  /**
   * The app as one function. An error that no error page answers is thrown to the host, except an `HttpError`, which
   * becomes plain text.
   *
   * @throws when `fsRoutes()` was called and no build is applied
   */
  handler(): AppHandler {
    return assemble(this[internals]);
  }

  #on(method: Method | "ALL", path: string, handlers: Middleware<State>[]): this {
    const last = handlers.at(-1);
    if (!last) throw new Error(`The route ${method} ${path} has no handler`);
    const run = compose(handlers.slice(0, -1), last);
    this[internals].items.push({ kind: "route", scope: scopeOf(path), pattern: path, method, run });
    return this;
  }
}

/** A component's state type matters where it is written; from here on it is only rendered. */
function toLayout<State>(component: ServerComponent<unknown, State>, config: LayoutConfig): Layout {
  return { component: component as ServerComponent<unknown, unknown>, config };
}
