import type { Layout } from "./context.ts";
import type { Method, Middleware } from "./types.ts";

/** The folders or path parts under which something applies; [] is everywhere. */
export type Scope = readonly string[];

/** Something that surrounds the routes below its scope. */
export type Layer<State> =
  | { kind: "middleware"; scope: Scope; run: Middleware<State> }
  | { kind: "error"; scope: Scope; run: Middleware<State> }
  | { kind: "layout"; scope: Scope; layout: Layout };

/** The end of a chain: what answers `method` on `pattern`. */
export interface Route<State> {
  kind: "route";
  scope: Scope;
  pattern: string;
  method: Method | "ALL";
  run: Middleware<State>;
}

/** What `app` methods record, in their order; `files` marks where `fsRoutes()` stands. */
export type Item<State> = Layer<State> | Route<State> | { kind: "files" };

/** The scope of a path given to `app.use`, `app.layout`, `app.onError` or a route: "*" and "/" are everywhere. */
export function scopeOf(path: string): Scope {
  return path.split("/").filter((part) => part !== "" && part !== "*");
}

/** Whether what lies at `outer` surrounds what lies at `at`. */
export function surrounds(outer: Scope, at: Scope): boolean {
  return outer.length <= at.length && outer.every((part, i) => part === at[i]);
}
