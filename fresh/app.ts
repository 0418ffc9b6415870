import { inside, type Layout } from "./context.ts";
import { Unsupported } from "./unsupported.ts";
import { inOrder } from "./chain.ts";
import { type Item, scopeOf } from "./layers.ts";
import { answerWith, type Page } from "./page.ts";
import { type AppHandler, assemble } from "./assemble.ts";
import type { Snapshot } from "./snapshot.ts";
import type { LayoutConfig, Method, Middleware, ServerComponent } from "./types.ts";

export type { AppHandler };
export type RouteSpec<State> = Page<State>;

/** What an app was told, in order; not exported from `fresh`. */
export interface Parts<State> {
  items: Item<State>[];
  wrapper: Layout | undefined;
  notFound: Middleware<State> | undefined;
  snapshot: Snapshot | undefined;
}

/** Routes, middlewares, layouts and error pages, applied from top to bottom. */
export class App<State = unknown> {
  readonly [inside]: Parts<State> = {
    items: [],
    wrapper: undefined,
    notFound: undefined,
    snapshot: undefined,
  };

  /** Adds middlewares for everything registered below, or for what lies under `path`. */
  use(...middlewares: Middleware<State>[]): this;
  use(path: string, ...middlewares: Middleware<State>[]): this;
  use(first: string | Middleware<State>, ...rest: Middleware<State>[]): this {
    const [path, all] = typeof first === "string" ? [first, rest] : ["*", [first, ...rest]];
    const scope = scopeOf(path);
    this[inside].items.push(...all.map((run) => ({ kind: "middleware" as const, scope, run })));
    return this;
  }

  get(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("GET", path, steps);
  }

  post(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("POST", path, steps);
  }

  put(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("PUT", path, steps);
  }

  patch(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("PATCH", path, steps);
  }

  delete(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("DELETE", path, steps);
  }

  head(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("HEAD", path, steps);
  }

  all(path: string, ...steps: Middleware<State>[]): this {
    return this.#on("ALL", path, steps);
  }

  /** A page with its handlers, as a file of routes/ would declare it. */
  route(path: string, spec: RouteSpec<State>): this {
    return this.#on("ALL", path, [answerWith(spec)]);
  }

  /** A layout around the pages under `path`. */
  layout(path: string, component: ServerComponent<unknown, State>, config: LayoutConfig = {}): this {
    this[inside].items.push({ kind: "layout", scope: scopeOf(path), layout: layoutOf(component, config) });
    return this;
  }

  /** The component that renders `<html>`; an app has one. */
  appWrapper(component: ServerComponent<unknown, State>): this {
    this[inside].wrapper = layoutOf(component, {});
    return this;
  }

  /** Answers what is thrown under `path` (default: everywhere); the error is `ctx.error`. */
  onError(handler: Middleware<State>): this;
  onError(path: string, handler: Middleware<State>): this;
  onError(first: string | Middleware<State>, handler?: Middleware<State>): this {
    const [path, run] = typeof first === "string" ? [first, handler] : ["*", first];
    if (!run) throw new Error("app.onError needs a handler");
    this[inside].items.push({ kind: "error", scope: scopeOf(path), run });
    return this;
  }

  /** Answers every 404, whether thrown or because no route matched. */
  notFound(handler: Middleware<State>): this {
    this[inside].notFound = handler;
    return this;
  }

  /** Puts the files of routes/ here. The build brings them: see `Builder` and `_fresh/server.js`. */
  fsRoutes(path?: string): this {
    if (path !== undefined) throw new Unsupported("app.fsRoutes() with a path");
    this[inside].items.push({ kind: "files" });
    return this;
  }

  /** Left out: the host serves, with `Deno.serve(app.handler())` or inside another framework. */
  listen(): never {
    throw new Unsupported("app.listen()");
  }

  /** Left out. */
  mountApp(): never {
    throw new Unsupported("app.mountApp()");
  }

  /**
   * The app as one function. An error that no error page answers is thrown to the host, except an `HttpError`, which
   * becomes plain text. Throws when `fsRoutes()` was called and no build is applied.
   */
  handler(): AppHandler {
    return assemble(this[inside]);
  }

  #on(method: Method | "ALL", path: string, steps: Middleware<State>[]): this {
    const run = steps.at(-1);
    if (!run) throw new Error(`The route ${method} ${path} has no handler`);
    const scope = scopeOf(path);
    this[inside].items.push({
      kind: "route",
      scope,
      pattern: path,
      method,
      run: inOrder(steps.slice(0, -1), run),
    });
    return this;
  }
}

/** A component's state type matters where it is written; from here on it is only rendered. */
function layoutOf<State>(component: ServerComponent<unknown, State>, config: LayoutConfig): Layout {
  return { component: component as ServerComponent<unknown, unknown>, config };
}
