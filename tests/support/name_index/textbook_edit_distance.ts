import { lettersOf } from "@/db/text/edit_distance.ts";

/** Optimal string alignment straight from the textbook: the whole table, no row left out. */
export function naiveDistance(one: string, other: string): number {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 0; i <= a.length; i++) table[i]![0] = i;
  for (let j = 0; j <= b.length; j++) table[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) table[i]![j] = cheapest(table, a, b, i, j);
  }
  return table[a.length]![b.length]!;
}

function cheapest(
  table: readonly number[][],
  a: readonly number[],
  b: readonly number[],
  i: number,
  j: number,
): number {
  const leftOut = table[i - 1]![j]! + 1;
  const putIn = table[i]![j - 1]! + 1;
  const wrong = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return Math.min(leftOut, putIn, wrong, swapped ? table[i - 2]![j - 2]! + 1 : Infinity);
}
