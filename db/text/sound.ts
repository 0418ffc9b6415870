/**
 * A phonetic key, the same for both spellings of Sesotho: Refiloe and Refilwe, Lineo and Dineo, Khotso and Kgotso. It
 * follows the regular differences between the spellings of Lesotho and of South Africa, and the letters that English writes
 * in more than one way.
 *
 * @param word folded @returns "" only for ""
 */
export function soundOf(word: string): string {
  return withoutDoubles(
    SPELLINGS.reduce((text, [written, sound]) => text.replace(written, sound), withoutDoubles(word)),
  );
}

/** Doubled letters sound like one: Seeiso, 'Mamosa and Mmamosa. */
function withoutDoubles(text: string): string {
  return text.replace(/(.)\1+/gu, "$1");
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/t?jh|ch|tj/g, "c"], // Lesotho's ch is South Africa's tjh
  [/q/g, "k"],
  [/z/g, "s"],
  [/d/g, "l"], // li and lu are di and du
  [/g/g, "h"], // kh is kg, and Lebohang Lebogang
  [/(?<=[^aeiouhwy])h+/g, ""], // th, ph and kh are heard as t, p and k; tš, ts' and tsh are the same
  [/[eiy](?=[aeiouwy])/g, "i"], // ea and eo are ya and yo
  [/[ouw](?=[aeiouwy])/g, "u"], // oe and oa are we and wa
  [/w/g, "u"],
  [/y/g, "i"],
];
