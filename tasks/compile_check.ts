/**
 * `deno task compile:check`: compiles the program, takes out again what was embedded, and starts that with an empty
 * cache and no network for modules. So a file or package that is not embedded is missed here and not in a clinic. This
 * Deno is used as the runtime that `deno compile` would download.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { compile } from "./compile.ts";
import { type Embedded, readEmbedded } from "./embedded.ts";
import { startUnpacked } from "./unpacked_server.ts";
import { unpack } from "./unpack.ts";

const BUILD_ONLY = /^@?esbuild/;

const folder = await Deno.makeTempDir({ prefix: "dovms-compiled-" });
try {
  const embedded = await compileAndRead(join(folder, "dovms"));
  const packages = await unpack(embedded, join(folder, "program"));
  console.log(`embedded: ${(embedded.data.length / 1e6).toFixed(1)} MB with ${packages.join(", ")}`);
  assert.deepEqual(
    packages.filter((name) => BUILD_ONLY.test(name)),
    [],
    "packages only for building are embedded",
  );
  await checkAnswers(embedded);
} finally {
  await Deno.remove(folder, { recursive: true });
}

async function compileAndRead(executable: string): Promise<Embedded> {
  await compile(executable, Deno.execPath());
  return readEmbedded(await Deno.readFile(executable));
}

async function checkAnswers(embedded: Embedded): Promise<void> {
  const server = await startUnpacked(embedded.metadata, folder);
  try {
    await checkApi(server.url);
    await checkSignIn(server.url);
  } finally {
    await server.stop();
  }
  console.log("the compiled program starts, answers and ends");
}

async function checkApi(url: string): Promise<void> {
  const response = await fetch(`${url}/api/openapi.json`);
  assert.equal(response.status, 200);
  assert.match((await response.json()).openapi, /^3\.1\./);
}

async function checkSignIn(url: string): Promise<void> {
  const response = await fetch(url);
  const page = await response.text();
  assert.equal(response.status, 200, page);
  assert.match(page, /type="?password/);
}
