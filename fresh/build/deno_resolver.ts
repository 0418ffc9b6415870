import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";
import { findPackageJSON } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Lets esbuild find packages in Deno's cache. A name in the project's import map is resolved as Deno resolves it, so that
 * all packages share one preact; a package's own dependency is looked up from that package.
 */
export const denoResolver: Plugin = {
  name: "deno",
  setup(build) {
    build.onResolve(
      { filter: /^[^./]/ },
      (args) => args.kind === "entry-point" ? undefined : resolvePackage(args, build),
    );
  },
};

async function resolvePackage(args: OnResolveArgs, build: PluginBuild): Promise<OnResolveResult> {
  const url = resolveAsDeno(args.path);
  if (url?.startsWith("file:")) return { path: fileURLToPath(url) };
  const manifest = url === undefined && findPackageJSON(args.path, args.importer);
  if (!manifest) {
    return { errors: [{ text: `An island may not import "${args.path}": it does not run in a browser` }] };
  }
  return await build.resolve(dirname(manifest), { kind: args.kind, resolveDir: dirname(args.importer) });
}

function resolveAsDeno(specifier: string): string | undefined {
  try {
    return import.meta.resolve(specifier);
  } catch {
    return undefined;
  }
}
