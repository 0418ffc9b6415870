import assert from "node:assert/strict";
import { join } from "node:path";
import type { Embedded, Entry } from "@/tasks/embedded.ts";
import { unpack } from "@/tasks/unpack.ts";

Deno.test("what was embedded is laid out as a folder that Deno can start", async () => {
  await inFolder(async (folder) => {
    const main: Entry = { File: { n: "main.ts", o: [0, 8], m: [8, 4] } };
    const packages = await unpack(
      embedded([main, npm({ "hono": ["4.0.0"], "@libsql/core": ["1.0.0"] })]),
      folder,
    );
    assert.deepEqual(packages, ["@libsql/core", "hono"]);
    assert.equal(
      await Deno.readTextFile(join(folder, "main.ts")),
      "made",
      "the transpiled code, not the source",
    );
    assert.equal(await Deno.readTextFile(join(folder, "node_modules/@libsql/core/index.js")), "writ");
  });
});

Deno.test("two versions of one package are not laid out as if they were one", async () => {
  await inFolder(async (folder) => {
    await assert.rejects(
      unpack(embedded([npm({ "hono": ["3.0.0", "4.0.0"] })]), folder),
      /not one version but 2/,
    );
  });
});

function embedded(tree: Entry[]): Embedded {
  const metadata = { entrypoint_key: "main.ts", permissions: {}, workspace_resolver: { import_map: null } };
  return { metadata, tree, data: new TextEncoder().encode("written.made") };
}

function npm(packages: Record<string, string[]>): Entry {
  const folders = Object.entries(packages).map(([name, versions]) =>
    nested(name.split("/"), versions.map(version))
  );
  return nested([".deno_compile_node_modules", "localhost"], folders);
}

function version(name: string): Entry {
  return nested([name], [{ File: { n: "index.js", o: [0, 4] } }]);
}

function nested([name = "", ...inner]: string[], entries: Entry[]): Entry {
  return { Dir: { n: name, e: inner.length === 0 ? entries : [nested(inner, entries)] } };
}

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
