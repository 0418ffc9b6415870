/**
 * One more row of the table of edit distances between two words, with a letter left out, put in, or wrong, and two
 * neighbours that changed places, as one edit each (optimal string alignment, Damerau 1964).
 *
 * `row[j]` becomes the distance between the first j letters of `term` and the word as far as it is read.
 *
 * @param before the row above, and `beforeThat` the one above it (undefined in the first row)
 * @param letter the word's letter that is read now, `previous` the one before it
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

/** The row above the first: the distance of nothing from the first j letters. */
export function firstRow(letters: number): Uint8Array {
  return Uint8Array.from({ length: letters + 1 }, (_, j) => j);
}

/**
 * Whether two words are at most `most` edits apart. What they begin with alike costs no edit, so only where they part is
 * there anything to try: at most 4 ways for one edit and 16 for two, each a walk along the words, and no table.
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
  if (i === term.length || j === word.length) return true; // what is left over is no longer than `most`
  if (most === 0) return false;
  if (isWithinEditsFrom(i + 1, j + 1, term, word, most - 1)) return true; // a wrong letter
  if (isWithinEditsFrom(i + 1, j, term, word, most - 1)) return true; // one left out
  if (isWithinEditsFrom(i, j + 1, term, word, most - 1)) return true; // one put in
  const swapped = i + 1 < term.length && term[i] === word[j + 1] && term[i + 1] === word[j];
  return swapped && isWithinEditsFrom(i + 2, j + 2, term, word, most - 1);
}

/** A word's letters as numbers: an edit is of a letter, in whatever script. */
export function lettersOf(word: string): number[] {
  const letters: number[] = [];
  for (let at = 0; at < word.length; at++) {
    const letter = word.codePointAt(at)!;
    if (letter > 0xffff) at++; // it takes two code units
    letters.push(letter);
  }
  return letters;
}
