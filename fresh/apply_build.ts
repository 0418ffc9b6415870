import type { App } from "./app/app.ts";
import { setBuildId } from "./asset.ts";
import { internals } from "./request/internals.ts";
import type { Island, RouteFile, StaticFile } from "./snapshot.ts";

/** What the builder writes into `_fresh/server.js`. */
export interface BuildOutput {
  build: string;
  boot: string[];
  routes: RouteFile[];
  islands: IslandModule[];
  files: BuiltFile[];
}

/** An island's module as the builder lists it; each exported function is an island. */
export interface IslandModule {
  module: Record<string, unknown>;
  url: string;
  preload: string[];
}

/** A file as the builder writes it into `_fresh/files.js`. */
export interface BuiltFile {
  path: string;
  type: string;
  hash: string;
  immutable: boolean;
  base64: string;
}

/** Gives `app` its build; `app.handler()` may be called afterwards. */
export function applyBuild<State>(app: App<State>, output: BuildOutput): void {
  setBuildId(output.build);
  app[internals].snapshot = {
    build: output.build,
    boot: output.boot,
    routes: output.routes,
    islands: new Map(output.islands.flatMap(islandsIn)),
    files: new Map(output.files.map((file) => [file.path, toStaticFile(file)])),
  };
}

function islandsIn({ module, url, preload }: IslandModule): [component: unknown, Island][] {
  const functions = Object.entries(module).filter(([, value]) => typeof value === "function");
  return functions.map(([exportName, value]) => {
    const component = value as Island["component"];
    return [component, { component, exportName, url, preload }];
  });
}

function toStaticFile({ base64, type, hash, immutable }: BuiltFile): StaticFile {
  return { bytes: Uint8Array.fromBase64(base64), type, hash, immutable };
}
