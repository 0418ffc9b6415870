import assert from "node:assert/strict";
import fc from "fast-check";
import { Bits } from "@/db/name_index/dictionary/bits.ts";
import type { Budget } from "@/db/name_index/budget.ts";
import { lettersOf } from "@/db/text/edit_distance.ts";
import type { Field } from "@/db/name_index/dictionary/field.ts";
import { TRIGRAM_BYTES } from "@/db/name_index/dictionary/trigrams.ts";
import { buildSegment } from "@/db/name_index/segment/build_segment.ts";
import { toBytes } from "@/db/name_index/dictionary/sorted_texts.ts";
import { naiveDistance } from "@/tests/support/name_index/textbook_edit_distance.ts";
import { idOf } from "@/tests/support/name_index/segments.ts";
import { anyWord, range } from "@/tests/support/name_index/any_words.ts";

/** Everybody's words, by compact number. */
type People = readonly (readonly string[])[];

const somePeople: fc.Arbitrary<People> = fc.array(fc.uniqueArray(anyWord, { maxLength: 3 }), {
  maxLength: 60,
});

/** Mostly the beginning or a part of somebody's word. */
const peopleAndText = fc.tuple(
  somePeople,
  anyWord,
  fc.nat(),
  fc.nat({ max: 3 }),
  fc.integer({ min: 1, max: 6 }),
)
  .map(([people, other, nth, from, length]) => {
    const words = people.flat();
    const word = words[nth % Math.max(1, words.length)] ?? other;
    return { people, text: nth % 4 === 0 ? other : [...word].slice(from, from + length).join("") || other };
  });

function sameAs(
  name: string,
  add: (field: Field, text: string, found: Bits) => boolean,
  matches: (word: string, text: string) => boolean,
): void {
  Deno.test(name, () => {
    let met = 0;
    fc.assert(
      fc.property(peopleAndText, ({ people, text }) => {
        const found = new Bits(people.length);
        const any = add(fieldOf(people), text, found);
        const expected = range(0, people.length).filter((n) =>
          people[n]!.some((word) => matches(word, text))
        );
        assert.deepEqual(range(0, people.length).filter((n) => found.has(n)), expected);
        assert.equal(any, expected.length > 0);
        met += expected.length;
      }),
      { numRuns: 500 },
    );
    assert.ok(met > 20, `${met} found`);
  });
}

sameAs(
  "addExact: who has the word",
  (field, text, found) => field.addExact(toBytes(text), found),
  (word, text) => word === text,
);
sameAs(
  "addPrefix: who has a word that begins with it",
  (field, text, found) => field.addPrefix(toBytes(text), found),
  (word, text) => word.startsWith(text),
);
sameAs(
  "addLonger: who has a longer word that begins with it",
  (field, text, found) => field.addLonger(toBytes(text), found),
  (word, text) => word.startsWith(text) && word !== text,
);
sameAs(
  "addSubstring: who has a word that contains it elsewhere than only at the beginning",
  (field, text, found) => field.addSubstring(toBytes(text), plenty(), found),
  (word, text) => toBytes(text).length >= TRIGRAM_BYTES && word.includes(text) && !word.startsWith(text),
);
for (const distance of [1, 2]) {
  sameAs(
    `near: who has a word that is ${distance} off or less`,
    (field, text, found) => field.findNear(lettersOf(text), 2, plenty()).add(distance, found),
    (word, text) => naiveDistance(word, text) <= distance,
  );
}

Deno.test("adding keeps what is in the set already", () => {
  const field = fieldOf([["tau"], ["pula"]]);
  const found = new Bits(2);
  assert.equal(field.addExact(toBytes("tau"), found), true);
  assert.equal(field.addExact(toBytes("nala"), found), false);
  assert.equal(field.addExact(toBytes("pula"), found), true);
  assert.deepEqual([found.has(0), found.has(1)], [true, true]);
});

/** The field of the words of some people, as an index makes it. */
function fieldOf(people: People): Field {
  const entries = people.map((words, n) => ({
    id: idOf(n),
    words,
    sounds: [],
    number: "",
    phones: [],
    birthDay: 0,
  }));
  return buildSegment(entries).fields.words;
}

function plenty(): Budget {
  return { steps: 1_000_000, texts: 1_000_000 };
}
