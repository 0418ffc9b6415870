import assert from "node:assert/strict";
import { argon2id } from "@/clinic/access/argon2id.ts";

Deno.test("hashing a password leaves the event loop free", async () => {
  let turns = 0;
  const counter = setInterval(() => turns++, 0);
  await argon2id("a password", new Uint8Array(16));
  clearInterval(counter);
  assert.ok(turns > 3, `${turns} turns of the event loop while hashing`);
});
