import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { argon2id, inWebAssembly } from "@/clinic/access/argon2id.ts";
import { Passwords } from "@/clinic/access/passwords.ts";

const SALT = Buffer.from("000102030405060708090a0b0c0d0e0f", "hex");

Deno.test("[S20] the runtime's Argon2id and WebAssembly's give the same bytes", async () => {
  for (const password of ["password123", "seven blankets drying", "ñ🩺", "x".repeat(1_024)]) {
    assert.deepEqual(
      Buffer.from(await argon2id(password, SALT)),
      Buffer.from(await inWebAssembly(password, SALT)),
    );
  }
});

Deno.test("[S20] a hash is salted, verifies its password in any Unicode spelling, and no other", async () => {
  const passwords = new Passwords();
  const hash = await passwords.hash("caf\u00e9 au lait");
  assert.notEqual(hash, await passwords.hash("caf\u00e9 au lait"));
  assert.equal(await passwords.verify("cafe\u0301 au lait", hash), true);
  for (const other of ["cafe au lait", "caf\u00e9 au lai", "CAF\u00c9 AU LAIT", ""]) {
    assert.equal(await passwords.verify(other, hash), false);
  }
  assert.equal(await passwords.verify("caf\u00e9 au lait", undefined), false);
});

Deno.test("[S16] a flood of sign-ins is told to wait, and those before it are served", async () => {
  const passwords = new Passwords();
  const hash = await passwords.hash("password123");
  const asked = Array.from({ length: 80 }, () => passwords.verify("password123", hash));
  const settled = await Promise.allSettled(asked);
  const refused = settled.filter((one) => one.status === "rejected");
  assert.ok(refused.length > 0 && refused.length <= 16);
  assert.ok(refused.every(({ reason }) => reason.code === "busy"));
  assert.ok(settled.every((one) => one.status === "rejected" || one.value));
});
