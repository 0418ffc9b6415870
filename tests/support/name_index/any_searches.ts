import fc from "fast-check";
import { fileNumber, NUMBER_STYLES, WORDS } from "./any_patients.ts";

/** What somebody types who looks for one of the patients of people.ts: it meets them whole, in part and mis-spelt. */
const anyWord = fc.constantFrom(...WORDS);
const place = fc.nat({ max: 12 });

const initial = fc.tuple(anyWord, place).map(([word, length]) => letters(word).slice(0, length + 1));
const part = fc.tuple(anyWord, place, place).map(([word, from, length]) =>
  letters(word).slice(from % letters(word).length).slice(0, length + 1)
);
const slip = fc.tuple(anyWord, place, fc.constantFrom("", "a", "h", "o", "š"), fc.boolean()).map(
  ([word, at, letter, inPlace]) =>
    letters(word).toSpliced(at % letters(word).length, inPlace ? 1 : 0, letter),
);
const swap = fc.tuple(anyWord, place).map(([word, at]) => {
  const [one = "", other = ""] = letters(word).slice(at);
  return letters(word).toSpliced(at, 2, other, one);
});
const twoSlips = fc.tuple(slip, place).map(([word, at]) => word.toSpliced(at % word.length, 1));

const misheard = fc.tuple(
  anyWord,
  fc.constantFrom(["kh", "kg"], ["th", "t"], ["oe", "we"], ["l", "d"], ["ts", "tsh"], ["e", "ee"], [
    "g",
    "h",
  ]),
).map(([word, [written, typed]]) => word.toLowerCase().replaceAll(written!, typed!));

const number = fc.tuple(fc.nat({ max: NUMBER_STYLES.length - 1 }), fc.integer({ min: 1, max: 40 }))
  .map(([style, nth]) => fileNumber(style, nth));
const partOfNumber = fc.tuple(number, place, place).map(([text, from, length]) =>
  text.slice(from % text.length).slice(0, length + 1)
);
const numberApart = number.map((text) => text.replaceAll(/(?<=\D)(?=\d)|(?<=\d)(?=\D)|[/-]/g, " "));

const phone = fc.constantFrom("+26658111101", "58112101", "0027821230101", "27 82 123 2101", "5811 1102");
const endOfPhone = fc.tuple(phone, place).map(([text, length]) => text.slice(-length - 1));

/** What many of the crowd have in their names. */
const MANY = ["b", "ba", "bu", "ju", "nya", "pabu", "anyu"];

const term: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: anyWord },
  { weight: 2, arbitrary: anyWord.map((word) => word.toUpperCase()) },
  { weight: 4, arbitrary: initial.map((word) => word.join("")) },
  { weight: 3, arbitrary: part.map((word) => word.join("")) },
  { weight: 7, arbitrary: fc.oneof(slip, swap, twoSlips, twoSlips).map((word) => word.join("")) },
  { weight: 3, arbitrary: misheard },
  { weight: 5, arbitrary: misheard.map((word) => word.slice(0, -2)) },
  { weight: 3, arbitrary: number },
  { weight: 2, arbitrary: fc.oneof(partOfNumber, numberApart) },
  { weight: 3, arbitrary: fc.oneof(phone, endOfPhone) },
  { weight: 2, arbitrary: fc.constantFrom(...MANY) },
  { weight: 1, arbitrary: fc.constantFrom("", "-", "'", "%", "?", "\u0301", "\ud801", "a", "5") },
);

const termsOf = (fewest: number, most: number) =>
  fc.array(term, { minLength: fewest, maxLength: most })
    .chain((terms) => fc.constantFrom(" ", "  ", ", ", "\t").map((between) => terms.join(between)));

export const anySearch: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: termsOf(1, 1) },
  { weight: 6, arbitrary: termsOf(2, 2) },
  { weight: 2, arbitrary: termsOf(3, 7) },
  {
    weight: 1,
    arbitrary: termsOf(1, 2).map((text) => `${text} `.repeat(Math.ceil(101 / (text.length + 1)))),
  },
  { weight: 1, arbitrary: term.map((text) => text.repeat(Math.ceil(101 / (text.length + 1)))) },
);

function letters(word: string): string[] {
  return [...word];
}
