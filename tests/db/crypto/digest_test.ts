import assert from "node:assert/strict";
import { hmac, sha256, tag } from "@/db/crypto/digest.ts";
import { hex, testVectors, toHex, type VectorGroup } from "@/tests/support/db/vectors.ts";

interface Group extends VectorGroup<{ readonly key: string; readonly msg: string; readonly tag: string }> {
  readonly tagSize: number;
}

testVectors<Group>("hmac() gives the tags of the valid cases only", "hmac_sha256_test.json", (groups) => {
  const counts = { valid: 0, invalid: 0 };
  for (const { tagSize, tests } of groups) {
    for (const { key, msg, tag, result, tcId } of tests) {
      counts[result]++;
      const truncated = hmac(hex(key), hex(msg)).subarray(0, tagSize / 8);
      assert.equal(toHex(truncated) === tag, result === "valid", `case ${tcId}`);
    }
  }
  assert.deepEqual(counts, { valid: 66, invalid: 108 });
});

// RFC 4231 §4. Case 5 gives the first 128 bits only.
const LONG_TEXT = "This is a test using a larger than block-size key and a larger than block-size data. " +
  "The key needs to be hashed before being used by the HMAC algorithm.";
const RFC_4231: [key: string, data: string, digest: string][] = [
  ["0b".repeat(20), ascii("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  [
    ascii("Jefe"),
    ascii("what do ya want for nothing?"),
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  ["aa".repeat(20), "dd".repeat(50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"],
  [
    "0102030405060708090a0b0c0d0e0f10111213141516171819",
    "cd".repeat(50),
    "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
  ],
  ["0c".repeat(20), ascii("Test With Truncation"), "a3b6167473100ee06e0c796c2955552b"],
  [
    "aa".repeat(131),
    ascii("Test Using Larger Than Block-Size Key - Hash Key First"),
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
  ["aa".repeat(131), ascii(LONG_TEXT), "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"],
];

RFC_4231.forEach(([key, data, digest], index) => {
  Deno.test(`RFC 4231, test case ${index + 1}`, () => {
    const whole = toHex(hmac(hex(key), hex(data)));
    assert.equal(whole.length, 64);
    assert.equal(whole.slice(0, digest.length), digest);
  });
});

Deno.test("sha256() gives FIPS 180-4's digest of abc", () => {
  const digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  assert.equal(toHex(sha256(hex(ascii("abc")))), digest);
});

Deno.test("equal values have equal tags under one key and use, and under no two", () => {
  const [key, other] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  const tags = [
    tag(key, "file-number", "a"),
    tag(key, "username", "a"),
    tag(key, "department-name", "a"),
    tag(key, "file-number", "b"),
    tag(other, "file-number", "a"),
  ].map(toHex);
  assert.equal(new Set(tags).size, tags.length);
  assert.ok(tags.every((text) => text.length === 32));
  assert.equal(toHex(tag(key, "file-number", "a")), tags[0]);
});

function ascii(text: string): string {
  return toHex(new TextEncoder().encode(text));
}
