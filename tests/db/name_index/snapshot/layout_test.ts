import assert from "node:assert/strict";
import fc from "fast-check";
import { PAGE_BYTES, pageCount, readSegment } from "@/db/name_index/snapshot/layout.ts";
import type { Segment } from "@/db/name_index/segment/segment.ts";
import { buildSegment } from "@/db/name_index/segment/build_segment.ts";
import type { Entry } from "@/db/name_index/rule/entry.ts";
import { contentsOf, copiedPages, idOf, joined, someEntries } from "@/tests/support/name_index/segments.ts";

Deno.test("a segment comes back out of its pages", () => {
  fc.assert(fc.property(someEntries(80), (entries) => {
    const segment = buildSegment(entries);
    assert.deepEqual(contentsOf(throughPages(segment)), contentsOf(segment));
  }));
});

Deno.test("an empty segment takes a page", () => {
  const segment = buildSegment([]);
  assert.equal(copiedPages(segment).length, 1);
  assert.equal(throughPages(segment).size, 0);
});

Deno.test("pages have one size, are as many as counted, full, and padded with zeros, around each limit", () => {
  const base = bytesIn(buildSegment([withNumber(0)]));
  const met = new Set<number>();
  for (const pages of [1, 2, 3]) {
    for (let over = -9; over <= 9; over++) { // a byte of text is a byte of the segment, and arrays begin at fours
      const segment = buildSegment([withNumber(pages * PAGE_BYTES - base + over)]);
      const made = copiedPages(segment);
      const bytes = bytesIn(segment);
      met.add(bytes - pages * PAGE_BYTES);
      assert.deepEqual(made.map(({ length }) => length), made.map(() => PAGE_BYTES));
      assert.deepEqual(
        [made.length, pageCount(segment)],
        [bytes, bytes].map((n) => Math.ceil(n / PAGE_BYTES)),
      );
      assert.ok(joined(made).subarray(bytes).every((byte) => byte === 0));
      assert.deepEqual(contentsOf(throughPages(segment)).people, contentsOf(segment).people);
      assert.deepEqual(throughPages(segment).fields.phones.texts.bytes, segment.fields.phones.texts.bytes);
    }
  }
  assert.ok(met.has(0) && met.has(4) && met.has(-4), `page limits met: ${[...met]}`);
});

Deno.test("patients can be removed from a loaded segment, and it can be stored again", () => {
  fc.assert(fc.property(someEntries(40), (entries) => {
    const loaded = throughPages(buildSegment(entries));
    assert.deepEqual(copiedPages(loaded), copiedPages(buildSegment(entries)));
  }));
});

Deno.test("bytes that are no segment are refused", () => {
  const lengths = new Uint8Array(PAGE_BYTES).fill(0xff);
  assert.throws(() => readSegment(lengths), RangeError);
});

Deno.test("arrays whose lengths do not belong together are refused", () => {
  const whole = buildSegment([withNumber(20), { ...withNumber(30), id: idOf(2), words: ["lineo"] }]);
  const arrays = arraysIn(whole);
  let refused = 0;
  for (let nth = 0; nth < arrays; nth++) {
    const bytes = joined(copiedPages(whole));
    new Uint32Array(bytes.buffer, 0, arrays)[nth]! += 4;
    assert.throws(() => readSegment(bytes), RangeError, `array ${nth}`);
    refused++;
  }
  assert.equal(refused, arrays);
});

/** Somebody with a phone number of so many digits: the one field that has neither grams nor another like it. */
function withNumber(digits: number): Entry {
  return {
    id: idOf(1),
    words: [],
    sounds: [],
    number: "",
    phones: ["5".repeat(Math.max(1, digits))],
    birthDay: 0,
  };
}

/** How many bytes its arrays take, each filled up to four, with their lengths before them. */
function bytesIn(segment: Segment): number {
  const pages = joined(copiedPages(segment));
  const lengths = new Uint32Array(pages.buffer, 0, pages.length / 4);
  const count = arraysIn(segment);
  return lengths.subarray(0, count).reduce((sum, length) => sum + Math.ceil(length / 4) * 4, count * 4);
}

function arraysIn({ fields }: Segment): number {
  return Object.values(fields).reduce((sum, { trigrams }) => sum + (trigrams ? 7 : 4), 3);
}

function throughPages(segment: Segment): Segment {
  return readSegment(joined(copiedPages(segment)));
}
