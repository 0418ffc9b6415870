import { comparePatterns, fileScope, patternOf } from "./file_pattern.ts";
import type { Layer, Route } from "./layers.ts";
import { answerWith, type Page } from "./page.ts";
import type { LayoutConfig, Middleware, RouteConfig, RouteHandler, ServerComponent } from "./types.ts";

/** A file of routes/: its path there without extension, such as `/patients/[id]`, and its module. */
export interface RouteFile {
  path: string;
  module: RouteModule;
}

/** What a file of routes/ may export. */
export interface RouteModule {
  default?: unknown;
  handler?: unknown;
  handlers?: unknown;
  config?: RouteConfig;
}

/** What the files amount to: items in the form that `app` methods record, and the two pages an app has once. */
export interface FileRoutes<State> {
  items: (Layer<State> | Route<State>)[];
  wrapper: ServerComponent<unknown, unknown> | undefined;
  notFound: Middleware<State> | undefined;
}

/** Reads the modules of routes/. Throws, naming the file, when one does not export what its name promises. */
export function readFileRoutes<State>(files: readonly RouteFile[]): FileRoutes<State> {
  const sorted = files.toSorted((a, b) => comparePatterns(a.path, b.path));
  const items = sorted.flatMap((file) => itemsOf<State>(file));
  const once = (path: string) => sorted.find((file) => file.path === path);
  const [app, missing] = [once("/_app"), once("/_404")];
  return {
    items: [
      ...items.filter((item) => item.kind !== "route"),
      ...items.filter((item) => item.kind === "route"),
    ],
    wrapper: app && component(app),
    notFound: missing && notFoundPage<State>(missing),
  };
}

function itemsOf<State>(file: RouteFile): (Layer<State> | Route<State>)[] {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  const scope = fileScope(file.path);
  switch (name) {
    case "_middleware":
      return middlewares<State>(file).map((run) => ({ kind: "middleware", scope, run }));
    case "_layout": {
      const config: LayoutConfig = file.module.config ?? {};
      return [{ kind: "layout", scope, layout: { component: component(file), config } }];
    }
    case "_error":
    case "_500":
      return [{ kind: "error", scope, run: answerWith(pageOf<State>(file)) }];
    case "_app":
    case "_404":
      if (scope.length > 0) throw new Error(`routes${file.path}: only routes${"/" + name} is supported`);
      return [];
  }
  if (name.startsWith("_")) {
    throw new Error(`routes${file.path}: this name is not known; see fresh/README.md`);
  }
  return [routeOf<State>(file)];
}

function routeOf<State>(file: RouteFile): Route<State> {
  const page = pageOf<State>(file);
  const pattern = page.config?.routeOverride ?? patternOf(file.path);
  return { kind: "route", scope: fileScope(file.path), pattern, method: "ALL", run: answerWith(page) };
}

/** Upstream answers 200 for a `_404` that is a component alone, so that is refused rather than made to differ. */
function notFoundPage<State>(file: RouteFile): Middleware<State> {
  const page = pageOf<State>(file);
  if (page.handlers) return answerWith(page);
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

function component({ path, module }: RouteFile): ServerComponent<unknown, unknown> {
  if (typeof module.default === "function") return module.default as ServerComponent<unknown, unknown>;
  throw new Error(`routes${path}: exports no component (default)`);
}

function middlewares<State>({ path, module }: RouteFile): Middleware<State>[] {
  const found = [module.default ?? module.handler ?? module.handlers].flat();
  if (found.every((each) => typeof each === "function")) return found as Middleware<State>[];
  throw new Error(`routes${path}: exports no middleware (default or handler)`);
}
