import assert from "node:assert/strict";
import { hkdf, type Purpose, subkey } from "@/db/crypto/derive.ts";
import { hex, testVectors, toHex, type VectorGroup } from "@/tests/support/db/vectors.ts";

interface Case {
  readonly ikm: string;
  readonly salt: string;
  readonly info: string;
  readonly size: number;
  readonly okm: string;
}

testVectors<VectorGroup<Case>>("hkdf()", "hkdf_sha256_test.json", (groups) => {
  const counts = { valid: 0, invalid: 0 };
  for (const { result, tcId, ...vector } of groups.flatMap(({ tests }) => tests)) {
    counts[result]++;
    if (result === "valid") assert.equal(derived(vector), vector.okm, `case ${tcId}`);
    else assert.throws(() => derived(vector), RangeError, `case ${tcId}, ${vector.size} bytes`);
  }
  assert.deepEqual(counts, { valid: 83, invalid: 3 });
});

// RFC 5869, appendix A: the test cases with SHA-256.
const RFC_5869: Record<string, Case> = {
  "A.1": {
    ikm: "0b".repeat(22),
    salt: "000102030405060708090a0b0c",
    info: "f0f1f2f3f4f5f6f7f8f9",
    size: 42,
    okm: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
  },
  "A.2": {
    ikm: counting(0x00, 80),
    salt: counting(0x60, 80),
    info: counting(0xb0, 80),
    size: 82,
    okm: "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09" +
      "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
  },
  "A.3": {
    ikm: "0b".repeat(22),
    salt: "",
    info: "",
    size: 42,
    okm: "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8",
  },
};

for (const [section, vector] of Object.entries(RFC_5869)) {
  Deno.test(`RFC 5869, ${section}`, () => assert.equal(derived(vector), vector.okm));
}

Deno.test("hkdf() gives up to 8,160 bytes and no more", () => {
  const longest = { ikm: "00", salt: "", info: "", size: 8_160 };
  assert.equal(derived(longest).length, 2 * 8_160);
  assert.throws(() => derived({ ...longest, size: 8_161 }), RangeError);
});

Deno.test("every purpose and every secret has a subkey of its own", () => {
  const purposes = Object.keys(
    {
      "slot": true,
      "sentinel": true,
      "pages": true,
      "key-ring": true,
      "record": true,
      "nonce": true,
      "name-index": true,
      "audit": true,
      "change": true,
      "form-token": true,
    } satisfies Record<Purpose, true>,
  ) as Purpose[];
  const secrets = [new Uint8Array(32), new Uint8Array(32).fill(1)];
  const keys = secrets.flatMap((secret) => purposes.map((purpose) => toHex(subkey(secret, purpose))));
  assert.equal(new Set(keys).size, 20);
  assert.ok(keys.every((key) => key.length === 64));
});

function derived({ ikm, salt, info, size }: Omit<Case, "okm">): string {
  return toHex(hkdf(hex(ikm), hex(salt), hex(info), size));
}

/** `count` bytes, each one more than the last. */
function counting(from: number, count: number): string {
  return toHex(Uint8Array.from({ length: count }, (_, index) => from + index));
}
