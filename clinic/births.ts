/** How two birth dates compare. */
export type BirthsCompared = "same" | "swapped" | "one digit" | "about" | "other";

const ABOUT_DAYS = 2 * 366; // what people guess an age to

/** @param day and `other` YYYY-MM-DD @param estimated whether either of them is a guess */
export function compareBirths(day: string, other: string, estimated: boolean): BirthsCompared {
  if (day === other) return "same";
  if (swapped(day) === other) return "swapped";
  if (digitsApart(day, other) === 1) return "one digit";
  return estimated && Math.abs(daysOf(day) - daysOf(other)) <= ABOUT_DAYS ? "about" : "other";
}

/**
 * Whether somebody born on a day may be the same as somebody who says `day`, told by days since 1970-01-01 alone. A first
 * of January may be a guess.
 * @param day YYYY-MM-DD @param estimated whether it is a guess
 */
export function mayBeBornOn(day: string, estimated: boolean): (other: number) => boolean {
  const known = new Map<number, boolean>();
  return (other) => {
    let fits = known.get(other);
    if (fits === undefined) {
      const text = new Date(other * DAY_MS).toISOString().slice(0, 10);
      known.set(other, fits = compareBirths(day, text, estimated || text.endsWith("-01-01")) !== "other");
    }
    return fits;
  };
}

const DAY_MS = 86_400_000;

function daysOf(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** 1984-06-12 → 1984-12-06 */
function swapped(day: string): string {
  const [year, month, date] = day.split("-");
  return `${year}-${date}-${month}`;
}

function digitsApart(a: string, b: string): number {
  let apart = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) apart++;
  return apart;
}
