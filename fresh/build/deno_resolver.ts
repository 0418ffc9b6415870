import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";
import { findPackageJSON } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Lets esbuild find packages where Deno keeps them. A name in the project's import map means what it means to Deno, so
 * that all packages share one preact; a package's own dependency is looked up from that package.
 */
export const denoResolver: Plugin = {
  name: "deno",
  setup(build) {
    build.onResolve(
      { filter: /^[^./]/ },
      (args) => args.kind === "entry-point" ? undefined : locate(args, build),
    );
  },
};

async function locate(args: OnResolveArgs, build: PluginBuild): Promise<OnResolveResult> {
  const url = mapped(args.path);
  if (url?.startsWith("file:")) return { path: fileURLToPath(url) };
  const manifest = url === undefined && findPackageJSON(args.path, args.importer);
  if (!manifest) {
    return { errors: [{ text: `An island may not import "${args.path}": it does not run in a browser` }] };
  }
  return await build.resolve(dirname(manifest), { kind: args.kind, resolveDir: dirname(args.importer) });
}

function mapped(specifier: string): string | undefined {
  try {
    return import.meta.resolve(specifier);
  } catch {
    return undefined;
  }
}
