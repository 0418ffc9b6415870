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

/** Whether two words are at most `most` edits apart. */
export function isNear(term: readonly number[], word: readonly number[], most: number): boolean {
  if (Math.abs(term.length - word.length) > most) return false;
  const rows = [firstRow(term.length)];
  for (const [at, letter] of word.entries()) {
    const row = new Uint8Array(term.length + 1);
    if (nextRow(row, rows[at]!, rows[at - 1], term, letter, word[at - 1]!) > most) return false;
    rows.push(row);
  }
  return rows[word.length]![term.length]! <= most;
}

/** A word's letters as numbers: an edit is of a letter, in whatever script. */
export function lettersOf(word: string): number[] {
  return Array.from(word, (letter) => letter.codePointAt(0)!);
}
