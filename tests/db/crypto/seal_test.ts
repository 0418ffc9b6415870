import assert from "node:assert/strict";
import fc from "fast-check";
import type { Place } from "@/db/crypto/associated_data.ts";
import { sealingKey } from "@/db/crypto/key_ring.ts";
import { keyIdOf, open, seal, type SealingKey, UnreadableRecord } from "@/db/crypto/seal.ts";
import { DATABASE, KEY, keyOf, PLACE } from "@/tests/support/db/sealing.ts";

const ENVELOPE_BYTES = 1 + 4 + 12 + 16;

Deno.test("any JSON record comes back as it was", () => {
  fc.assert(fc.property(fc.jsonValue(), (record) => {
    const opened = open(DATABASE, keyOf, PLACE, seal(DATABASE, KEY, PLACE, record));
    assert.deepEqual(opened, JSON.parse(JSON.stringify(record)));
  }));
});

Deno.test("a text that JSON would have to escape comes back as it was", () => {
  for (const text of ['\u0000\u001f"\\', "\ud800 alone", "Mɑ́lefetsane 🩺", "  spaces  ", "__proto__"]) {
    const record = JSON.parse(JSON.stringify({ notes: text, [text]: null }));
    assert.deepEqual(open(DATABASE, keyOf, PLACE, seal(DATABASE, KEY, PLACE, record)), record);
  }
});

Deno.test("lengths are 33 bytes and 256 times a power of two, and show nothing else", () => {
  const sizes = new Map<number, number>();
  for (let letters = 0; letters < 5_000; letters += 7) {
    const jsonBytes = letters + 2; // the quotes
    const size = seal(DATABASE, KEY, PLACE, "a".repeat(letters)).length - ENVELOPE_BYTES;
    assert.equal(size, Math.max(256, 2 ** Math.ceil(Math.log2(jsonBytes))), `${letters} letters`);
    sizes.set(size, (sizes.get(size) ?? 0) + 1);
  }
  assert.deepEqual([...sizes.keys()], [256, 512, 1_024, 2_048, 4_096, 8_192]);
});

Deno.test("what does not fit a size class by a single byte goes to the next", () => {
  const sizeOf = (text: string) => seal(DATABASE, KEY, PLACE, text).length - ENVELOPE_BYTES;
  assert.deepEqual(["a".repeat(254), "a".repeat(255)].map(sizeOf), [256, 512]);
  assert.deepEqual(["é".repeat(127), "é".repeat(128)].map(sizeOf), [256, 512]); // bytes count, not letters
});

Deno.test("a record with any bit changed does not open", () => {
  const sealed = seal(DATABASE, KEY, PLACE, { notes: "Lipuo" });
  for (let bit = 0; bit < sealed.length * 8; bit++) {
    const changed = sealed.slice();
    changed[bit >> 3]! ^= 1 << (bit & 7);
    assertUnreadable(() => open(DATABASE, keyOf, PLACE, changed), `bit ${bit}`);
  }
});

Deno.test("a record that is cut, or has something appended, does not open", () => {
  const sealed = seal(DATABASE, KEY, PLACE, { notes: "Lipuo" });
  for (let length = 0; length < sealed.length; length++) {
    assertUnreadable(() => open(DATABASE, keyOf, PLACE, sealed.slice(0, length)), `${length} bytes`);
  }
  assertUnreadable(() => open(DATABASE, keyOf, PLACE, new Uint8Array([...sealed, 0])), "a byte more");
});

Deno.test("whatever the bytes, either they open or the error is UnreadableRecord", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
    assertUnreadable(() => open(DATABASE, keyOf, PLACE, bytes), "random bytes");
    const named = new Uint8Array([1, 0, 0, 0, 1, ...bytes]); // our suite and key
    assertUnreadable(() => open(DATABASE, keyOf, PLACE, named), "random bytes under our key");
  }));
});

Deno.test("the error names the row and nothing of its content", () => {
  const sealed = seal(DATABASE, KEY, PLACE, { notes: "Lipuo tsa lekunutu" });
  sealed[40]! ^= 1;
  try {
    open(DATABASE, keyOf, PLACE, sealed);
    assert.fail("it opened");
  } catch (error) {
    assert.ok(error instanceof UnreadableRecord);
    assert.deepEqual([error.table, error.id], [PLACE.table, PLACE.id]);
    const all = `${Deno.inspect(error)} ${JSON.stringify(error)} ${error.stack} ${error.cause}`;
    for (const secret of ["Lipuo", "lekunutu", "notes"]) assert.ok(!all.includes(secret), secret);
  }
});

Deno.test("a record opens under the key it names, and no other key is tried", () => {
  const old = sealingKey(7, new Uint8Array(32).fill(3));
  const sealed = seal(DATABASE, old, PLACE, "text");
  assert.equal(keyIdOf(sealed), 7);
  const asked: number[] = [];
  const ring = (keys: SealingKey[]) => (id: number) => {
    asked.push(id);
    return keys.find((key) => key.id === id);
  };
  assert.equal(open(DATABASE, ring([KEY, old]), PLACE, sealed), "text");
  assertUnreadable(() => open(DATABASE, ring([KEY]), PLACE, sealed), "an unknown key");
  assert.deepEqual(asked, [7, 7]);
});

Deno.test("a record does not open under another key, or the same key by another id", () => {
  const sealed = seal(DATABASE, KEY, PLACE, "text");
  for (const other of [sealingKey(1, new Uint8Array(32)), { ...KEY, id: 2 }]) {
    assertUnreadable(() => open(DATABASE, () => other, PLACE, sealed), `key ${other.id}`);
  }
});

Deno.test("another suite is refused before any key is asked for", () => {
  const sealed = seal(DATABASE, KEY, PLACE, "text");
  for (const suite of [0, 2, 255]) {
    sealed[0] = suite;
    assertUnreadable(() => open(DATABASE, () => assert.fail("asked for a key"), PLACE, sealed), `${suite}`);
  }
});

Deno.test("a record opens at its own place of its own database only", () => {
  fc.assert(
    fc.property(anyPlace, anyPlace, fc.constantFrom(DATABASE, "x"), (place, other, database) => {
      const sealed = seal(DATABASE, KEY, place, "text");
      assert.equal(open(DATABASE, keyOf, place, sealed), "text");
      if (database === DATABASE && JSON.stringify(place) === JSON.stringify(other)) return;
      assertUnreadable(() => open(database, keyOf, other, sealed), JSON.stringify([place, other]));
    }),
    { numRuns: 500 },
  );
});

Deno.test("each part of a place matters by itself", () => {
  const sealed = seal(DATABASE, KEY, PLACE, "text");
  const [date, time, voided] = PLACE.readableColumns as [string, string, null];
  const others: Partial<Place>[] = [
    { table: "patient" },
    { column: "notes" },
    { id: PLACE.id.replace(/1$/, "2") },
    { version: 2 },
    { version: 31 },
    { readableColumns: ["2026-03-03", time, voided] },
    { readableColumns: [date, "08:16", voided] },
    { readableColumns: [date, time, ""] },
    { readableColumns: [date, time, "-"] },
    { readableColumns: [date, time] },
    { readableColumns: [time, date, voided] },
    { readableColumns: [date, time, voided, null] },
    { readableColumns: [`${date}5:${time}`, voided] },
  ];
  for (const other of others) {
    assertUnreadable(() => open(DATABASE, keyOf, { ...PLACE, ...other }, sealed), JSON.stringify(other));
  }
});

// Made of few letters, digits and separators, so that a wrong border between two parts would be met.
const part = fc.constantFrom("", "a", "b", "ab", "1", "1:a", ";", "-;", "1:a;", "a;1:b", "0:;", ",");
const anyPlace: fc.Arbitrary<Place> = fc.record({
  table: part,
  column: part,
  id: part,
  version: fc.constantFrom(1, 2, 11),
  readableColumns: fc.array(fc.option(part), { maxLength: 3 }),
});

function assertUnreadable(opening: () => unknown, what: string): void {
  assert.throws(opening, UnreadableRecord, what);
}
