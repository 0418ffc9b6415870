/**
 * Computes one more row of the table of edit distances between two words. An edit is a letter left out, added or replaced,
 * or two neighbours swapped (optimal string alignment, Damerau 1964).
 *
 * `row[j]` becomes the distance between the first j letters of `term` and the letters of the word read so far.
 *
 * @param before the row above, and `beforeThat` the one above it (undefined in the first row)
 * @param letter the word's next letter, `previous` the one before it
 * @returns the smallest number in the row: the distance can get no smaller than it
 */
export function nextRow(
  row: Uint8Array,
  before: Uint8Array,
  beforeThat: Uint8Array | undefined,
  term: readonly number[],
  letter: number,
  previous: number,
): number {
  let least = row[0] = before[0]! + 1;
  for (let j = 1; j <= term.length; j++) {
    let cost = before[j - 1]! + (term[j - 1] === letter ? 0 : 1);
    if (before[j]! + 1 < cost) cost = before[j]! + 1;
    if (row[j - 1]! + 1 < cost) cost = row[j - 1]! + 1;
    const swapped = beforeThat !== undefined && j > 1 && term[j - 1] === previous && term[j - 2] === letter;
    if (swapped && beforeThat[j - 2]! + 1 < cost) cost = beforeThat[j - 2]! + 1;
    row[j] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** The row before the first letter: the distance of no letters from the first j letters. */
export function firstRow(letters: number): Uint8Array {
  return Uint8Array.from({ length: letters + 1 }, (_, j) => j);
}

/**
 * Whether two words are at most `most` edits apart. Common letters are skipped, and only where the words differ is an
 * edit tried: at most 4 ways for one edit and 16 for two, without a table.
 */
export function isWithinEdits(term: readonly number[], word: readonly number[], most: number): boolean {
  return isWithinEditsFrom(0, 0, term, word, most);
}

function isWithinEditsFrom(
  i: number,
  j: number,
  term: readonly number[],
  word: readonly number[],
  most: number,
): boolean {
  if (Math.abs(term.length - i - (word.length - j)) > most) return false;
  while (i < term.length && j < word.length && term[i] === word[j]) i++, j++;
  if (i === term.length || j === word.length) return true; // the rest is no longer than `most`
  if (most === 0) return false;
  if (isWithinEditsFrom(i + 1, j + 1, term, word, most - 1)) return true; // one replaced
  if (isWithinEditsFrom(i + 1, j, term, word, most - 1)) return true; // one left out
  if (isWithinEditsFrom(i, j + 1, term, word, most - 1)) return true; // one added
  const swapped = i + 1 < term.length && term[i] === word[j + 1] && term[i + 1] === word[j];
  return swapped && isWithinEditsFrom(i + 2, j + 2, term, word, most - 1);
}

/** The code points of a word: an edit is one letter in any script. */
export function lettersOf(word: string): number[] {
  const letters: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const letter = word.codePointAt(at)!;
    if (letter > 0xffff) at++; // it takes two code units
    letters.push(letter);
  }
  return letters;
}
