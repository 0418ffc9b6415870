import type { ComponentType } from "preact";
import type { App } from "./app.ts";
import { setBuildId } from "./asset.ts";
import { inside } from "./context.ts";
import type { RouteFile } from "./file_routes.ts";

/** A component that runs in the browser too, and the modules that bring it there. */
export interface Island {
  component: ComponentType<Record<string, unknown>>;
  exportName: string;
  url: string;
  preload: string[];
}

/** A file that `staticFiles()` serves, held in memory. `hash` is of its content. */
export interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  hash: string;
  /** True when the content's hash is in the URL, so that the URL never changes its meaning. */
  immutable: boolean;
}

/** What a build knows: nothing is looked up on disk while serving. */
export interface Snapshot {
  /** Changes with any file in static/. */
  build: string;
  /** The module that starts islands, then the modules it imports. */
  boot: string[];
  routes: RouteFile[];
  islands: ReadonlyMap<unknown, Island>;
  /** By the path of their URL. */
  files: ReadonlyMap<string, StaticFile>;
}

/** A file as the builder writes it into `_fresh/files.js`. */
export interface BuiltFile {
  path: string;
  type: string;
  hash: string;
  immutable: boolean;
  base64: string;
}

/** An island's module as the builder lists it; each exported function is an island. */
export interface IslandModule {
  module: Record<string, unknown>;
  url: string;
  preload: string[];
}

/** What the builder puts into `_fresh/server.js`. */
export interface BuildOutput {
  build: string;
  boot: string[];
  routes: RouteFile[];
  islands: IslandModule[];
  files: BuiltFile[];
}

/** Gives `app` its build; `app.handler()` may be called afterwards. */
export function applyBuild<State>(app: App<State>, output: BuildOutput): void {
  setBuildId(output.build);
  app[inside].snapshot = {
    build: output.build,
    boot: output.boot,
    routes: output.routes,
    islands: new Map(output.islands.flatMap(islandsIn)),
    files: new Map(output.files.map((file) => [file.path, loaded(file)])),
  };
}

function islandsIn({ module, url, preload }: IslandModule): [unknown, Island][] {
  return Object.entries(module)
    .filter(([, value]) => typeof value === "function")
    .map((
      [exportName, value],
    ) => [value, { component: value as Island["component"], exportName, url, preload }]);
}

function loaded({ base64, type, hash, immutable }: BuiltFile): StaticFile {
  return { bytes: Uint8Array.fromBase64(base64), type, hash, immutable };
}
