import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildOutput } from "../apply_build.ts";
import type { Bundle } from "./bundle.ts";
import type { Sources } from "./scan.ts";

type Common = Pick<BuildOutput, "build" | "boot" | "files">;

const APPLY_BUILD = fileURLToPath(import.meta.resolve("../apply_build.ts"));

/**
 * Replaces `outDir` with `server.js` and `files.js`. Every route and island is a static import and every file a part of
 * the text, so that `deno compile` embeds them and the server reads nothing from disk.
 */
export async function writeBuild(
  outDir: string,
  serverEntry: string,
  sources: Sources,
  bundle: Bundle,
  common: Common,
): Promise<void> {
  await recreateFolder(outDir);
  const from = (file: string) => JSON.stringify(specifier(outDir, file));
  await Deno.writeTextFile(
    join(outDir, "files.js"),
    `export default ${JSON.stringify(common.files, null, 1)};\n`,
  );
  await Deno.writeTextFile(
    join(outDir, "server.js"),
    serverModule(from, serverEntry, sources, bundle, common),
  );
}

function serverModule(
  from: (file: string) => string,
  serverEntry: string,
  sources: Sources,
  bundle: Bundle,
  { build, boot }: Common,
): string {
  const islands = [...bundle.islands];
  return `// Written by the build; changes are lost.
import { app } from ${from(serverEntry)};
import { applyBuild } from ${from(APPLY_BUILD)};
import files from "./files.js";
${sources.routes.map(({ file }, i) => `import * as route${i} from ${from(file)};`).join("\n")}
${islands.map(([file], i) => `import * as island${i} from ${from(file)};`).join("\n")}

applyBuild(app, {
  build: ${JSON.stringify(build)},
  boot: ${JSON.stringify(boot)},
  routes: [
${sources.routes.map(({ path }, i) => `    { path: ${JSON.stringify(path)}, module: route${i} },`).join("\n")}
  ],
  islands: [
${islands.map(([, island], i) => `    { ...${JSON.stringify(island)}, module: island${i} },`).join("\n")}
  ],
  files,
});

export default { fetch: app.handler() };
`;
}

function specifier(outDir: string, file: string): string {
  const path = relative(outDir, file).replaceAll("\\", "/");
  return path.startsWith(".") ? path : `./${path}`;
}

async function recreateFolder(folder: string): Promise<void> {
  await Deno.remove(folder, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await Deno.mkdir(folder);
}
