import { equal, match, ok, rejects } from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { Builder } from "fresh/dev";
import { builtHandler } from "@/fresh/built.ts";
import { fetchFrom, FIXTURE } from "./support.ts";

Deno.test("a build on disk serves the same app, and a second build is the same", async () => {
  await inTemporaryFolder(async (folder) => {
    const outDir = `${folder}/_fresh`;
    const builder = new Builder({ root: FIXTURE, outDir });
    await builder.build();
    const first = await contentOf(outDir);
    await Deno.writeTextFile(`${outDir}/left-over.js`, "");
    await builder.build();
    equal(await contentOf(outDir), first);
    const handler = await builtHandler(pathToFileURL(`${folder}/`).href);
    match((await fetchFrom(handler, "/counter")).body, /<!--island 0-->/);
    equal((await fetchFrom(handler, "/site.css")).status, 200);
  });
});

Deno.test("what is built needs no disk: every route and island is a static import", async () => {
  await inTemporaryFolder(async (folder) => {
    await new Builder({ root: FIXTURE, outDir: `${folder}/_fresh` }).build();
    const server = await Deno.readTextFile(`${folder}/_fresh/server.js`);
    match(server, /import \* as route0 from /);
    match(server, /routes\/\(desk\)\/\(_islands\)\/Local\.tsx/);
    ok(!server.includes("await import") && !server.includes("readFile"));
  });
});

Deno.test("a project that is not built says what to run", async () => {
  await inTemporaryFolder(async (folder) => {
    await rejects(builtHandler(pathToFileURL(`${folder}/`).href), /deno task build/);
  });
});

Deno.test("an island that imports server code does not build", async () => {
  await inTemporaryFolder(async (folder) => {
    await Deno.mkdir(`${folder}/islands`);
    await Deno.writeTextFile(
      `${folder}/islands/Bad.tsx`,
      'import { readFileSync } from "node:fs"; export default () => <p>{String(readFileSync)}</p>;',
    );
    await rejects(new Builder({ root: folder }).build({ snapshot: "memory" }), /may not import "node:fs"/);
  });
});

Deno.test("a static file of unknown type does not build", async () => {
  await inTemporaryFolder(async (folder) => {
    await Deno.mkdir(`${folder}/static`);
    await Deno.writeTextFile(`${folder}/static/notes.xyz`, "");
    await rejects(
      new Builder({ root: folder }).build({ snapshot: "memory" }),
      /No media type is known for \/notes\.xyz/,
    );
  });
});

async function inTemporaryFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function contentOf(folder: string): Promise<string> {
  const names = (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name).sort();
  return (await Promise.all(names.map((name) => Deno.readTextFile(`${folder}/${name}`)))).join(names.join());
}
