import assert from "node:assert/strict";
import fc from "fast-check";
import { Bits, countOf } from "@/db/name_index/dictionary/bits.ts";
import { range } from "@/tests/support/name_index/any_words.ts";

const SIZE = 5_000; // some blocks of 1,024, and a part of one
const someNumbers = fc.array(fc.nat({ max: SIZE - 1 }), { maxLength: 200 });

Deno.test("a set has what was added and nothing else", () => {
  fc.assert(
    fc.property(someNumbers, someNumbers, (one, other) => {
      const bits = new Bits(SIZE);
      for (const number of one) bits.add(number);
      bits.addAll(Uint32Array.from(other), 0, other.length);
      const expected = new Set([...one, ...other]);
      assert.deepEqual(
        range(0, SIZE).filter((number) => bits.has(number)),
        [...expected].sort((a, b) => a - b),
      );
      assert.equal(bits.words.reduce((sum, word) => sum + countOf(word), 0), expected.size);
    }),
    { numRuns: 50 },
  );
});

Deno.test("a block that holds any is marked, and no other", () => {
  fc.assert(fc.property(someNumbers, (numbers) => {
    const bits = new Bits(SIZE);
    for (const number of numbers.slice(5)) bits.add(number);
    bits.addAll(Uint32Array.from(numbers), 0, Math.min(5, numbers.length));
    const marked = range(0, bits.blocks.length).filter((block) => bits.blocks[block] === 1);
    assert.deepEqual(marked, [...new Set(numbers.map((number) => number >>> 10))].sort((a, b) => a - b));
  }));
});

Deno.test("of a stretch of numbers only the stretch is added", () => {
  const bits = new Bits(SIZE);
  bits.addAll(Uint32Array.of(1, 2_000, 31, 32, 4_999), 1, 4);
  assert.deepEqual(range(0, SIZE).filter((number) => bits.has(number)), [31, 32, 2_000]);
});

Deno.test("its numbers come ascending, and another set can be added", () => {
  fc.assert(fc.property(someNumbers, someNumbers, (one, other) => {
    const [bits, more] = [new Bits(SIZE), new Bits(SIZE)];
    bits.addAll(Uint32Array.from(one), 0, one.length);
    more.addAll(Uint32Array.from(other), 0, other.length);
    bits.addFrom(more);
    assert.deepEqual([...bits], [...new Set([...one, ...other])].sort((a, b) => a - b));
    const blocks = new Bits(SIZE);
    for (const number of bits) blocks.add(number);
    assert.deepEqual(bits.blocks, blocks.blocks);
  }));
});

Deno.test("a cleared set is as a new one", () => {
  const bits = new Bits(SIZE);
  bits.addAll(Uint32Array.of(0, 31, 4_999), 0, 3);
  bits.clear();
  assert.deepEqual(bits, new Bits(SIZE));
});

Deno.test("the last number of every size has its place", () => {
  for (const size of [1, 31, 32, 33, 1_023, 1_024, 1_025]) {
    const bits = new Bits(size);
    bits.add(size - 1);
    assert.ok(bits.has(size - 1), `${size}`);
  }
});

Deno.test("bits are counted, the sign bit too", () => {
  assert.deepEqual([0, 1, -1, 0x8000_0000, 0x7fff_ffff, 0xaaaa_aaaa].map(countOf), [0, 1, 32, 1, 31, 16]);
  fc.assert(fc.property(fc.integer(), (word) => {
    assert.equal(countOf(word), [...(word >>> 0).toString(2)].filter((bit) => bit === "1").length);
  }));
});
