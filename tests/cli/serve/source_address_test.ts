import assert from "node:assert/strict";
import { sourceAddress } from "@/cli/serve/source_address.ts";

/** The address that a request counts as, from this peer and with this X-Forwarded-For. */
function source(proxies: string | undefined, peer: string, forwarded?: string): string | null {
  const headers: Record<string, string> = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  const request = new Request("http://127.0.0.1/", { headers });
  return sourceAddress(proxies)(request, { transport: "tcp", hostname: peer, port: 1 });
}

Deno.test("[S51] without a proxy X-Forwarded-For is ignored", () => {
  assert.equal(source(undefined, "192.0.2.7", "203.0.113.9"), "192.0.2.7");
});

Deno.test("[S51] it is ignored from anybody outside the proxies' range", () => {
  for (const peer of ["10.0.1.0", "192.0.2.7", "127.0.0.1", "fd00::1"]) {
    assert.equal(source("10.0.0.0/24", peer, "203.0.113.9"), peer);
  }
  for (const peer of ["fd01::1", "10.0.0.1"]) assert.equal(source("fd00::/16", peer, "203.0.113.9"), peer);
});

Deno.test("[S51] from a proxy its last address counts, whatever the client wrote before it", () => {
  assert.equal(source("10.0.0.0/24", "10.0.0.255", "203.0.113.9"), "203.0.113.9");
  assert.equal(source("10.0.0.0/24", "10.0.0.1", "127.0.0.1, 10.0.0.9 , 203.0.113.9 "), "203.0.113.9");
  assert.equal(source("fd00::/16", "fd00::1", "127.0.0.1,2001:db8::1"), "2001:db8::1");
});

Deno.test("a proxy that names no address counts itself", () => {
  assert.equal(source("10.0.0.0/24", "10.0.0.1"), "10.0.0.1");
  assert.equal(source("10.0.0.0/24", "10.0.0.1", ""), "10.0.0.1");
  assert.equal(source("10.0.0.0/24", "10.0.0.1", "203.0.113.9, "), "10.0.0.1");
});

Deno.test("a connection without an address has none", () => {
  const unix = { transport: "unix", path: "/run/dovms.sock" } as const;
  assert.equal(sourceAddress("10.0.0.0/24")(new Request("http://127.0.0.1/"), unix), null);
});
