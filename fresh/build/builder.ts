import { isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { App } from "../app/app.ts";
import { applyBuild, type BuildOutput } from "../apply_build.ts";
import { Unsupported } from "../unsupported.ts";
import { bundleIslands } from "./bundle.ts";
import { scanProject, type Sources } from "./scan.ts";
import { buildIdOf, readStatics } from "./statics.ts";
import { writeBuild } from "./write.ts";

/** Folders and files are relative to `root` (default: the current folder) unless absolute. */
export interface BuildOptions {
  root?: string;
  /** The module that exports `app`. Default `main.ts`. */
  serverEntry?: string;
  /** Default `_fresh`. Replaced by each build. */
  outDir?: string;
  staticDir?: string;
  islandDir?: string;
  routeDir?: string;
  /** The oldest browsers to build for, as esbuild names them. */
  target?: string | string[];
}

/** Gives a build to an app; call `app.handler()` afterwards. */
export type ApplySnapshot = <State>(app: App<State>) => void;

/** Finds routes, islands and static files, bundles the islands, and writes what a server needs. */
export class Builder {
  readonly #options: Required<BuildOptions>;

  constructor(options: BuildOptions = {}) {
    const root = options.root ?? Deno.cwd();
    const inRoot = (path: string) => isAbsolute(path) ? path : join(root, path);
    this.#options = {
      root,
      serverEntry: inRoot(options.serverEntry ?? "main.ts"),
      outDir: inRoot(options.outDir ?? "_fresh"),
      staticDir: inRoot(options.staticDir ?? "static"),
      islandDir: inRoot(options.islandDir ?? "islands"),
      routeDir: inRoot(options.routeDir ?? "routes"),
      target: options.target ?? "es2022",
    };
  }

  /**
   * Writes `_fresh/`, whose `server.js` imports the server entry and all routes and exports `default.fetch`. With
   * `snapshot: "memory"` nothing is written and the routes are imported here, which is what tests use.
   */
  build(options: { snapshot: "memory" }): Promise<ApplySnapshot>;
  build(options?: { snapshot?: "disk" }): Promise<void>;
  async build(options: { snapshot?: "memory" | "disk" } = {}): Promise<ApplySnapshot | void> {
    const { routeDir, islandDir, staticDir, serverEntry, outDir, target } = this.#options;
    const sources = await scanProject(routeDir, islandDir);
    const statics = await readStatics(staticDir);
    const bundle = await bundleIslands(sources.islands, target);
    const files = [...statics, ...bundle.files];
    const common = { build: buildIdOf(statics), boot: bundle.boot, files };
    if (options.snapshot !== "memory") return await writeBuild(outDir, serverEntry, sources, bundle, common);
    const output = { ...common, ...await importModules(sources, bundle.islands) };
    return (app) => applyBuild(app, output);
  }

  /** Not supported: build, then start the server. */
  listen(): never {
    throw new Unsupported("builder.listen()");
  }
}

async function importModules(
  sources: Sources,
  islands: Map<string, { url: string; preload: string[] }>,
): Promise<Pick<BuildOutput, "routes" | "islands">> {
  const load = (file: string) => import(pathToFileURL(file).href);
  const routes = sources.routes.map(async ({ path, file }) => ({ path, module: await load(file) }));
  const modules = [...islands].map(async ([file, island]) => ({ ...island, module: await load(file) }));
  return { routes: await Promise.all(routes), islands: await Promise.all(modules) };
}
