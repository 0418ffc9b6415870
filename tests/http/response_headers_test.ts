import { Hono } from "hono";
import assert from "node:assert/strict";
import { noStore, securityHeaders } from "@/http/response_headers.ts";

async function headersOf(own: Record<string, string>): Promise<Record<string, string>> {
  const app = new Hono();
  app.use(noStore, securityHeaders({ xFrameOptions: "DENY", referrerPolicy: "same-origin" }));
  app.get("*", () => new Response(null, { headers: own }));
  return Object.fromEntries((await app.request("/")).headers);
}

Deno.test("an answer has the headers that are wanted and no other", async () => {
  assert.deepEqual(await headersOf({}), {
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
  });
});

Deno.test("what an answer says itself is left as it is", async () => {
  const own = {
    "cache-control": "no-cache",
    "referrer-policy": "no-referrer",
    "x-frame-options": "SAMEORIGIN",
  };
  assert.deepEqual(await headersOf(own), own);
});
