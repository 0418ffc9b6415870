import assert from "node:assert/strict";
import type { Place } from "@/db/crypto/associated_data.ts";
import { KeyRing, newKeyRing } from "@/db/crypto/key_ring.ts";
import { gcmTag, PageSealer } from "@/db/crypto/page_sealer.ts";

const DATABASE = "0d8a2f5e-6c35-4f0e-9d19-6f3f0c4f0a11";
const KEYS = new KeyRing(newKeyRing());
const SEALER = new PageSealer(DATABASE, KEYS.page);
const PLACE: Place = {
  table: "name_index_page",
  column: "sealed",
  id: "019b0000-0000-7000-8000-000000000001",
  version: 3,
  readableColumns: ["an epoch", "77"],
};
const PAGE = Uint8Array.from({ length: 4_096 }, (_, n) => n % 251);

/** The tags in a manifest refuse these as well: here each is refused by its place alone. */
const ELSEWHERE: Record<string, Place> = {
  "another table": { ...PLACE, table: "patient" },
  "another generation": { ...PLACE, id: "019b0000-0000-7000-8000-000000000002" },
  "another page": { ...PLACE, version: 4 },
  "another epoch": { ...PLACE, readableColumns: ["a later epoch", "77"] },
  "another mark": { ...PLACE, readableColumns: ["an epoch", "78"] },
};

Deno.test("a page opens where it was sealed for", async () => {
  const sealed = await SEALER.seal(PLACE, PAGE);
  assert.equal(sealed.length, PAGE.length + 28);
  assert.deepEqual(await SEALER.open(PLACE, sealed), PAGE);
  assert.deepEqual(await new PageSealer(DATABASE, KEYS.page).open(PLACE, sealed), PAGE);
});

for (const [where, place] of Object.entries(ELSEWHERE)) {
  Deno.test(`[S39] a page does not open as one of ${where}`, async () => {
    assert.equal(await SEALER.open(place, await SEALER.seal(PLACE, PAGE)), undefined);
  });
}

Deno.test("[S39] a page does not open in another database, with other keys, or with the key of records", async () => {
  const sealed = await SEALER.seal(PLACE, PAGE);
  const others = [
    new PageSealer(crypto.randomUUID(), KEYS.page),
    new PageSealer(DATABASE, new KeyRing(newKeyRing()).page),
    new PageSealer(DATABASE, KEYS.currentSealingKey),
    new PageSealer(DATABASE, { ...KEYS.page, id: 2 }),
  ];
  for (const other of others) assert.equal(await other.open(PLACE, sealed), undefined);
});

Deno.test("[S39] a page that was cut, or of which any byte was changed, does not open", async () => {
  const sealed = await SEALER.seal(PLACE, PAGE);
  for (let byte = 0; byte < sealed.length; byte++) {
    const changed = sealed.slice();
    changed[byte]! ^= 0x80;
    assert.equal(await SEALER.open(PLACE, changed), undefined, `byte ${byte}`);
  }
  for (const length of [0, 1, 12, 27, 28, sealed.length - 1]) {
    assert.equal(await SEALER.open(PLACE, sealed.subarray(0, length)), undefined, `${length} bytes`);
  }
});

Deno.test("no two sealings of a page have a nonce or a tag in common", async () => {
  const sealed = await Promise.all(Array.from({ length: 200 }, () => SEALER.seal(PLACE, PAGE)));
  assert.equal(new Set(sealed.map((each) => String(each.subarray(0, 12)))).size, 200);
  assert.equal(new Set(sealed.map((each) => String(gcmTag(each)))).size, 200);
});
