import assert from "node:assert/strict";
import { createClient } from "@libsql/client/web";
import { freePort, runSqld, sqldAvailable, startSqld } from "./sqld.ts";

Deno.test({
  name: "the libSQL server keeps a batch whole or not at all",
  ignore: !sqldAvailable,
  async fn() {
    const server = await startSqld();
    const client = createClient({ url: server.url });
    try {
      await client.batch([
        "CREATE TABLE word (word TEXT UNIQUE)",
        "INSERT INTO word VALUES ('a')",
      ], "write");
      await assert.rejects(
        client.batch([
          "INSERT INTO word VALUES ('b')",
          "INSERT INTO word VALUES ('a')",
        ], "write"),
      );
      const { rows } = await client.execute("SELECT word FROM word");
      assert.deepEqual(rows.map((row) => row.word), ["a"]);
    } finally {
      client.close();
      await server.stop();
    }
    await assert.rejects(fetch(`${server.url}/health`));
  },
});

Deno.test({
  name: "a libSQL server that was killed has its rows when it runs again on the same folder",
  ignore: !sqldAvailable,
  async fn() {
    const folder = await Deno.makeTempDir();
    const port = freePort();
    const first = await runSqld(folder, port);
    const client = createClient({ url: first.url });
    await client.batch([
      "CREATE TABLE word (word TEXT)",
      "INSERT INTO word VALUES ('kept')",
    ], "write");
    await first.stop("SIGKILL");
    const second = await runSqld(folder, port);
    const { rows } = await client.execute("SELECT word FROM word");
    client.close();
    await second.stop();
    await Deno.remove(folder, { recursive: true });
    assert.deepEqual(rows.map((row) => row.word), ["kept"]);
  },
});
