import assert from "node:assert/strict";
import { createApi, type Failure } from "@/api/app.ts";
import { sourceAddress } from "@/cli/serve/source_address.ts";
import { type ConsoleHandler, web } from "@/cli/serve/web.ts";
import type { ClinicHandle } from "@/clinic/scope.ts";

const LONG = "Cough for three days, chest clear. ".repeat(100);
const INFO: Deno.ServeHandlerInfo<Deno.NetAddr> = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 0 },
  completed: Promise.resolve(),
};

/** The program's web with this console. */
function webOn(consoleHandler: ConsoleHandler, failures: Failure[]): Deno.ServeHandler {
  const onFailure = (failure: Failure) => void failures.push(failure);
  const clinic = {} as ClinicHandle; // neither the console here nor the parts of the API that are asked look at it
  const api = createApi(clinic, { version: "test", corsOrigins: [], onFailure });
  const sourceOf = sourceAddress(undefined);
  return web({ clinic, api, consoleHandler, sourceOf, https: false, onFailure });
}

/** An answer, and the failures that were logged. */
async function ask(consoleHandler: ConsoleHandler, path: string, init: RequestInit = {}) {
  const failures: Failure[] = [];
  const request = new Request(`http://127.0.0.1${path}`, init);
  return { response: await webOn(consoleHandler, failures)(request, INFO), failures };
}

const page = (text: string) => () => new Response(text, { headers: { "content-type": "text/html" } });
const GZIP = { headers: { "accept-encoding": "gzip" } };

Deno.test("the API's addresses are the API's, whatever their method, and all others the console's", async () => {
  const isApi = async (path: string, method: string) => {
    const { response } = await ask(page("console"), path, { method });
    return await response.text() !== "console";
  };
  for (const method of ["GET", "POST", "OPTIONS", "PURGE"]) {
    for (const path of ["/api", "/api/", "/api/nothing", "/healthz"]) {
      assert.ok(await isApi(path, method), path);
    }
    for (const path of ["/", "/apis/", "/healthz/", "/x/api/"]) assert.ok(!await isApi(path, method), path);
  }
});

Deno.test("long pages are compressed; short ones and answers of the API are not", async () => {
  const encodingOf = async (consoleHandler: ConsoleHandler, path: string) =>
    (await ask(consoleHandler, path, GZIP)).response.headers.get("content-encoding");
  assert.equal(await encodingOf(page(LONG), "/"), "gzip");
  assert.equal(await encodingOf(page("short"), "/"), null);
  assert.equal(await encodingOf(page(LONG), "/api/nothing/"), null);
});

Deno.test("a redirect whose headers cannot be changed has those of every page", async () => {
  const { response } = await ask(() => Response.redirect("http://127.0.0.1/sign-in", 303), "/");
  assert.equal(response.status, 303);
  assert.equal(response.headers.get("location"), "http://127.0.0.1/sign-in");
  assert.deepEqual(
    [
      "cache-control",
      "cross-origin-opener-policy",
      "referrer-policy",
      "x-content-type-options",
      "x-frame-options",
    ]
      .map((name) => response.headers.get(name)),
    ["no-store", "same-origin", "same-origin", "nosniff", "DENY"],
  );
});

Deno.test("an error that the console throws is logged and answered without its message", async () => {
  const error = new Error("Lineo Mokoena");
  const { response, failures } = await ask(() => {
    throw error;
  }, "/");
  assert.equal(response.status, 500);
  assert.equal(response.headers.get("cache-control"), "no-store");
  assert.match(await response.text(), /^Something went wrong/);
  assert.deepEqual(failures.map(({ route, error }) => [route, error]), [["console", error]]);
});

Deno.test("a Host header that is no host is a bad request, and not logged with its address", async () => {
  const failures: Failure[] = [];
  const handler = webOn(page("console"), failures);
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  for (const path of ["/", "/api/patients/"]) {
    using connection = await Deno.connect({ hostname: "127.0.0.1", port: server.addr.port });
    const request = `GET ${path} HTTP/1.1\r\nhost: a:b:c\r\nconnection: close\r\n\r\n`;
    await connection.write(new TextEncoder().encode(request));
    assert.match(
      await new Response(connection.readable).text(),
      /^HTTP\/1\.1 400 [^]*\r\n\r\nBad Request$/,
      path,
    );
  }
  await server.shutdown();
  assert.deepEqual(failures, []);
});
