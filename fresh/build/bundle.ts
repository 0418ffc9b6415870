import * as esbuild from "esbuild";
import { basename, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuiltFile } from "../apply_build.ts";
import { denoResolver } from "./deno_resolver.ts";
import type { SourceFile } from "./scan.ts";
import { builtFile } from "./statics.ts";

/**
 * The islands' scripts. `boot` is the URL of the module that starts them and those that it imports; `islands` is by source
 * file.
 */
export interface Bundle {
  boot: string[];
  islands: Map<string, { url: string; preload: string[] }>;
  files: BuiltFile[];
}

const URL_BASE = "/_fresh/js/";
const BOOT = fileURLToPath(import.meta.resolve("../client/boot.ts"));

/** Bundles the islands and the module that starts them; nothing at all when there are no islands. */
export async function bundleIslands(islands: SourceFile[], target: string | string[]): Promise<Bundle> {
  if (islands.length === 0) return { boot: [], islands: new Map(), files: [] };
  try {
    return toBundle(await runEsbuild([BOOT, ...islands.map(({ file }) => file)], target));
  } finally {
    await esbuild.stop();
  }
}

type Result = esbuild.BuildResult<{ write: false; metafile: true }>;

function runEsbuild(entries: string[], target: string | string[]): Promise<Result> {
  return esbuild.build({
    entryPoints: entries.map((file) => ({ in: file, out: basename(file).replace(/\.\w+$/, "") })),
    outdir: URL_BASE,
    entryNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    minify: true,
    target,
    jsx: "automatic",
    jsxImportSource: "preact",
    // No tsconfig.json on this computer may change the build.
    tsconfigRaw: {},
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [denoResolver],
    write: false,
    metafile: true,
    logLevel: "silent",
  });
}

function toBundle({ outputFiles, metafile }: Result): Bundle {
  const islands = new Map<string, { url: string; preload: string[] }>();
  let boot: string[] = [];
  for (const [output, { entryPoint, imports }] of Object.entries(metafile.outputs)) {
    if (entryPoint === undefined) continue;
    const url = urlOf(output);
    const preload = imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => urlOf(path));
    if (resolve(entryPoint) === BOOT) boot = [url, ...preload];
    else islands.set(resolve(entryPoint), { url, preload });
  }
  return {
    boot,
    islands,
    files: outputFiles.map(({ path, contents }) => builtFile(urlOf(path), contents, true)),
  };
}

/** The URL is the output's file name, which has the content's hash in it. */
function urlOf(output: string): string {
  return URL_BASE + basename(output);
}
