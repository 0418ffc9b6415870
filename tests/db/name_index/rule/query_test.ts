import assert from "node:assert/strict";
import fc from "fast-check";
import { parseSearch, toTerm } from "@/db/name_index/rule/query.ts";
import { soundOf } from "@/db/text/sound.ts";

Deno.test("a search is its words, and where there are several the whole of it too", () => {
  const { terms, whole } = parseSearch("  Ts'epo  KB/77 ");
  assert.deepEqual(terms.map(({ text }) => text), ["tsepo", "kb", "77"]);
  assert.equal(whole?.text, "tsepokb77");
  assert.equal(parseSearch("Tsepo").whole, undefined);
});

Deno.test("a search for nothing has no terms", () => {
  for (const search of ["", " ", "-", "'", "…", "\ud800"]) {
    assert.deepEqual(parseSearch(search), { terms: [], whole: undefined }, JSON.stringify(search));
  }
});

Deno.test("a term may be misspelt by 1 letter from 4, by 2 from 8 up to 24, and by none where it has a digit", () => {
  const slips = (length: number) => toTerm("ab".repeat(20).slice(0, length)).maxEdits;
  const expected = (length: number) => length < 4 || length > 24 ? 0 : length < 8 ? 1 : 2;
  for (let length = 1; length <= 32; length++) assert.equal(slips(length), expected(length), `${length}`);
  assert.equal(toTerm("mokoen4").maxEdits, 0);
  assert.equal(toTerm("𐐗𐐲𐑌").maxEdits, 0, "letters count, not code units");
});

Deno.test("a term of three letters or more has a sound, unless it has a digit", () => {
  assert.deepEqual(["ne", "neo", "n3o"].map((text) => toTerm(text).sound), [
    undefined,
    soundOf("neo"),
    undefined,
  ]);
});

Deno.test("a term of three digits or more may be the end of a phone number", () => {
  const phones = ["12", "012", "123", "0123", "26658111111", "kb77"].map((text) => toTerm(text).phone);
  assert.deepEqual(phones, [undefined, undefined, "123", "123", "58111111", undefined]);
});

Deno.test("whatever is typed, there are at most 6 terms of at most 32 letters, of the first 100", () => {
  assert.equal(parseSearch("a b c d e f g h").terms.length, 6);
  assert.equal(parseSearch("a".repeat(99)).terms[0]!.text, "a".repeat(32));
  assert.deepEqual(parseSearch(`${"a".repeat(100)} b`).terms.length, 1);
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 500 }), (search) => {
    const { terms, whole } = parseSearch(search);
    assert.ok(terms.length <= 6);
    for (const { letters } of whole ? [...terms, whole] : terms) assert.ok(letters.length <= 32);
  }));
});
