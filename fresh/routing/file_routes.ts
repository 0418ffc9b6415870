import type { LayoutConfig, ServerComponent } from "../render/component.ts";
import type { Middleware, RouteHandler } from "../request/handler_types.ts";
import type { RouteFile } from "../snapshot.ts";
import { comparePatterns, fileScope, patternOf } from "./file_pattern.ts";
import type { Layer, Route } from "./layers.ts";
import { type Page, routeHandler } from "./page.ts";

/** The files as items that `app` methods would record, and the two pages that an app has once. */
export interface FileRoutes<State> {
  items: (Layer<State> | Route<State>)[];
  wrapper: ServerComponent<unknown, unknown> | undefined;
  notFound: Middleware<State> | undefined;
}

/**
 * Turns the modules of routes/ into what an app registers.
 *
 * @throws with the file's name when one does not export what its name says
 */
export function readFileRoutes<State>(files: readonly RouteFile[]): FileRoutes<State> {
  const sorted = files.toSorted((a, b) => comparePatterns(a.path, b.path));
  const items = sorted.flatMap((file) => itemsOf<State>(file));
  const fileAt = (path: string) => sorted.find((file) => file.path === path);
  const [app, notFound] = [fileAt("/_app"), fileAt("/_404")];
  return {
    items: [
      ...items.filter((item) => item.kind !== "route"),
      ...items.filter((item) => item.kind === "route"),
    ],
    wrapper: app && componentOf(app),
    notFound: notFound && notFoundPage<State>(notFound),
  };
}

function itemsOf<State>(file: RouteFile): (Layer<State> | Route<State>)[] {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const scope = fileScope(file.path);
  switch (name) {
    case "_middleware":
      return middlewaresOf<State>(file).map((run) => ({ kind: "middleware", scope, run }));
    case "_layout": {
      const config: LayoutConfig = file.module.config ?? {};
      return [{ kind: "layout", scope, layout: { component: componentOf(file), config } }];
    }
    case "_error":
    case "_500":
      return [{ kind: "error", scope, run: routeHandler(pageOf<State>(file)) }];
    case "_app":
    case "_404":
      if (scope.length > 0) throw new Error(`routes${file.path}: only routes${"/" + name} is supported`);
      return [];
  }
  if (name.startsWith("_")) {
    throw new Error(`routes${file.path}: no file of this name is supported; see fresh/README.md`);
  }
  return [routeOf<State>(file)];
}

function routeOf<State>(file: RouteFile): Route<State> {
  const page = pageOf<State>(file);
  const pattern = page.config?.routeOverride ?? patternOf(file.path);
  return { kind: "route", scope: fileScope(file.path), pattern, method: "ALL", run: routeHandler(page) };
}

/** Fresh answers 200 for a `_404` that is a component alone. It is refused here, so that no app behaves differently. */
function notFoundPage<State>(file: RouteFile): Middleware<State> {
  const page = pageOf<State>(file);
  if (page.handlers) return routeHandler(page);
  throw new Error(`routes${file.path}: export a handler that returns page(undefined, { status: 404 })`);
}

// The modules are typed where they are written; here they come from a generated list.
function pageOf<State>({ path, module }: RouteFile): Page<State> {
  const handlers = (module.handlers ?? module.handler) as RouteHandler<unknown, State> | undefined;
  const component = module.default as ServerComponent<unknown, State> | undefined;
  if (!handlers && typeof component !== "function") {
    throw new Error(`routes${path}: exports neither a page (default) nor a handler`);
  }
  return { component, handlers, config: module.config };
}

function componentOf({ path, module }: RouteFile): ServerComponent<unknown, unknown> {
  if (typeof module.default === "function") return module.default as ServerComponent<unknown, unknown>;
  throw new Error(`routes${path}: exports no component (default)`);
}

function middlewaresOf<State>({ path, module }: RouteFile): Middleware<State>[] {
  const middlewares = [module.default ?? module.handler ?? module.handlers].flat();
  if (middlewares.every((each) => typeof each === "function")) return middlewares as Middleware<State>[];
  throw new Error(`routes${path}: exports no middleware (default or handler)`);
}
