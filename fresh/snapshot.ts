import type { ComponentType } from "preact";
import type { RouteConfig } from "./render/component.ts";

/** What a build knows: nothing is looked up on disk while serving. */
export interface Snapshot {
  /** Changes with any file in static/. */
  build: string;
  /** The URL of the module that starts islands, then the modules it imports. */
  boot: string[];
  routes: RouteFile[];
  /** By component. */
  islands: ReadonlyMap<unknown, Island>;
  /** By the path of their URL. */
  files: ReadonlyMap<string, StaticFile>;
}

/** A component that runs in the browser too, and the modules that it needs there. */
export interface Island {
  component: ComponentType<Record<string, unknown>>;
  exportName: string;
  url: string;
  preload: string[];
}

/** A file that `staticFiles()` serves, in memory. `hash` is of its content. */
export interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  hash: string;
  /** The content's hash is in the URL, so that a URL never gets other content. */
  immutable: boolean;
}

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
