import assert from "node:assert/strict";
import { startProgram } from "@/tests/support/program.ts";
import { dovms, withFolder } from "@/tests/support/cli/dovms.ts";

Deno.test("healthcheck tells a server that is well from none, and needs no data folder", () =>
  withFolder(async (folder) => {
    const program = await startProgram(folder);
    const { port } = new URL(program.url);
    for (const args of [["--port", port], ["--url", program.url], ["--host", "0.0.0.0", "--port", port]]) {
      const { code, out } = await dovms(folder, ["healthcheck", ...args], { DOVMS_DATA: "/nowhere" });
      assert.equal(code, 0, out);
    }
    assert.equal((await dovms(folder, ["healthcheck"], { DOVMS_PORT: port })).code, 0);
    await program.stop();
    const { code, out } = await dovms(folder, ["healthcheck", "--port", port]);
    assert.deepEqual([code, out], [1, `Not well: nothing answers at http://127.0.0.1:${port}/healthz\n`]);
  }));

Deno.test("healthcheck is not fooled by another program, nor by a server without its database", () =>
  withFolder(async (folder) => {
    let ready = 404;
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: 0, onListen: () => {} },
      ({ url }) => new Response(null, { status: url.endsWith("/healthz") ? ready && 200 : ready }),
    );
    const asked = () => dovms(folder, ["healthcheck", "--port", String(server.addr.port)]);
    assert.match((await asked()).out, /answers 404: is this DOVMS\?/);
    ready = 503;
    const { code, out } = await asked();
    assert.deepEqual([code, out], [1, "Not well: the server answers, but its database does not\n"]);
    await server.shutdown();
  }));
