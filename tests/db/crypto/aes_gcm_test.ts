import assert from "node:assert/strict";
import { decrypt, encrypt } from "@/db/crypto/aes_gcm.ts";
import { hex, testVectors, toHex, type VectorGroup } from "@/tests/support/db/vectors.ts";

interface Case {
  readonly key: string;
  readonly iv: string;
  readonly aad: string;
  readonly msg: string;
  readonly ct: string;
  readonly tag: string;
}
interface Group extends VectorGroup<Case> {
  readonly ivSize: number;
  readonly keySize: number;
  readonly tagSize: number;
}

testVectors<Group>(
  "our sizes give the vectors' bytes, all others are refused",
  "aes_gcm_test.json",
  (groups) => {
    const counts = { valid: 0, invalid: 0, refused: 0 };
    for (const { ivSize, keySize, tagSize, tests } of groups) {
      const ours = ivSize === 96 && keySize === 256 && tagSize === 128;
      for (const { result, tcId, ...vector } of tests) {
        counts[ours ? result : "refused"]++;
        if (!ours) assertRefused(vector, tcId);
        else if (result === "valid") assertHolds(vector);
        else assert.equal(decrypted(vector), undefined, `case ${tcId} opens`);
      }
    }
    assert.deepEqual(counts, { valid: 39, invalid: 27, refused: 250 });
  },
);

// The GCM specification (McGrew, Viega), which SP 800-38D points to: test cases 13 to 16, AES-256.
const KEY = "feffe9928665731c6d6a8f9467308308".repeat(2);
const IV = "cafebabefacedbaddecaf888";
const PLAINTEXT = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72" +
  "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255";
const CIPHERTEXT = "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa" +
  "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad";
const SPECIFICATION: Record<string, Case> = {
  13: { ...zeros(0), ct: "", tag: "530f8afbc74536b9a963b4f1c4cb738b" },
  14: { ...zeros(16), ct: "cea7403d4d606b6e074ec5d3baf39d18", tag: "d0d1c8a799996bf0265b98b5d48ab919" },
  15: { key: KEY, iv: IV, aad: "", msg: PLAINTEXT, ct: CIPHERTEXT, tag: "b094dac5d93471bdec1a502270e3cc6c" },
  16: {
    key: KEY,
    iv: IV,
    aad: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
    msg: PLAINTEXT.slice(0, 120),
    ct: CIPHERTEXT.slice(0, 120),
    tag: "76fc6ece0f4e1768cddf8853bb2d551b",
  },
};

for (const [number, vector] of Object.entries(SPECIFICATION)) {
  Deno.test(`GCM specification, test case ${number}`, () => assertHolds(vector));
}

Deno.test("a tag of any length but 16 bytes is refused, not compared in part", () => {
  const vector = SPECIFICATION[16]!;
  for (const length of [0, 1, 4, 8, 12, 13, 14, 15, 17, 32]) {
    const tag = (vector.tag + "00".repeat(16)).slice(0, 2 * length);
    assert.throws(() => decrypted({ ...vector, tag }), RangeError, `${length} bytes`);
  }
});

function assertHolds(vector: Case): void {
  const { ciphertext, tag } = encrypted(vector);
  assert.deepEqual([toHex(ciphertext), toHex(tag)], [vector.ct, vector.tag]);
  assert.equal(toHex(decrypted(vector)!), vector.msg);
}

function assertRefused(vector: Case, tcId: number): void {
  assert.throws(() => encrypted(vector), RangeError, `case ${tcId} was encrypted`);
  assert.throws(() => decrypted(vector), RangeError, `case ${tcId} was decrypted`);
}

function encrypted({ key, iv, aad, msg }: Case) {
  return encrypt(hex(key), hex(iv), hex(aad), hex(msg));
}

function decrypted({ key, iv, aad, ct, tag }: Case): Uint8Array | undefined {
  return decrypt(hex(key), hex(iv), hex(aad), { ciphertext: hex(ct), tag: hex(tag) });
}

function zeros(plaintextBytes: number) {
  return { key: "00".repeat(32), iv: "00".repeat(12), aad: "", msg: "00".repeat(plaintextBytes) };
}
