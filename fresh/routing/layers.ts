import type { Layout } from "../render/component.ts";
import type { Method, Middleware } from "../request/handler_types.ts";

/** The folders or path parts under which something applies; [] is everywhere. */
export type Scope = readonly string[];

/** A middleware, error page or layout, which applies to the routes in its scope. */
export type Layer<State> =
  | { kind: "middleware"; scope: Scope; run: Middleware<State> }
  | { kind: "error"; scope: Scope; run: Middleware<State> }
  | { kind: "layout"; scope: Scope; layout: Layout };

/** What answers `method` on `pattern`. */
export interface Route<State> {
  kind: "route";
  scope: Scope;
  pattern: string;
  method: Method | "ALL";
  run: Middleware<State>;
}

/** What the methods of an app record, in order; `files` is where `fsRoutes()` was called. */
export type RegisteredItem<State> = Layer<State> | Route<State> | { kind: "files" };

/** The scope of a path given to `app.use`, `app.layout`, `app.onError` or a route: "*" and "/" are everywhere. */
export function scopeOf(path: string): Scope {
  return path.split("/").filter((part) => part !== "" && part !== "*");
}

/** Whether `inner` is `outer` or lies below it. */
export function includesScope(outer: Scope, inner: Scope): boolean {
  return outer.length <= inner.length && outer.every((part, i) => part === inner[i]);
}
