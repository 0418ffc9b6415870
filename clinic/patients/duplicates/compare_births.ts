/** How two birth dates compare; `about`: one of them is estimated, and they are within two years. */
export type BirthComparison = "same" | "swapped" | "one digit" | "about" | "other";

const ABOUT_DAYS = 2 * 366; // how far an estimated age is usually off

/** @param day and `other` YYYY-MM-DD @param estimated whether either of them is an estimate */
export function compareBirths(day: string, other: string, estimated: boolean): BirthComparison {
  if (day === other) return "same";
  if (swapDayAndMonth(day) === other) return "swapped";
  if (countDifferentDigits(day, other) === 1) return "one digit";
  return estimated && Math.abs(daysOf(day) - daysOf(other)) <= ABOUT_DAYS ? "about" : "other";
}

/**
 * The birth dates that compareBirths() does not call `other` than `day`, as days since 1970-01-01, ascending. A first of January
 * counts as an estimate.
 * @param day YYYY-MM-DD @param estimated whether it is an estimate
 */
export function plausibleBirthDays(day: string, estimated: boolean): number[] {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const own = dayNumber(year, month, date)!;
  const written = [own, dayNumber(year, date, month), ...datesOneDigitOff(year, month, date)];
  const guessed = [-2, -1, 0, 1, 2].map((more) => dayNumber(year + more, 1, 1));
  const about = estimated ? Array.from({ length: 2 * ABOUT_DAYS + 1 }, (_, n) => own - ABOUT_DAYS + n) : [];
  const near = guessed.filter((first) => first !== undefined && Math.abs(first - own) <= ABOUT_DAYS);
  const days = [...written, ...near, ...about].filter((each) => each !== undefined);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The dates that have one other digit; the century is never mistaken. */
function datesOneDigitOff(year: number, month: number, date: number): (number | undefined)[] {
  return [
    ...otherDigits(year).map((other) => dayNumber(other, month, date)),
    ...otherDigits(month).map((other) => dayNumber(year, other, date)),
    ...otherDigits(date).map((other) => dayNumber(year, month, other)),
  ];
}

/** The numbers that have one other digit in the last two places. */
function otherDigits(number: number): number[] {
  const [tens, ones] = [Math.floor(number / 10) % 10, number % 10];
  return DIGITS.flatMap((digit) => [number + (digit - ones), number + (digit - tens) * 10]);
}

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * Days since 1970-01-01; undefined for a day that does not exist. Not by Temporal: a lookup of duplicates needs some 70 of
 * these, 570 µs with Temporal, 30 this way.
 */
function dayNumber(year: number, month: number, date: number): number | undefined {
  const isDay = month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(month, year);
  return isDay ? Date.UTC(year, month - 1, date) / DAY_MS : undefined;
}

function daysInMonth(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const DAY_MS = 86_400_000;

function daysOf(day: string): number {
  return Date.parse(day) / DAY_MS;
}

/** 1984-06-12 → 1984-12-06 */
function swapDayAndMonth(day: string): string {
  const [year, month, date] = day.split("-");
  return `${year}-${date}-${month}`;
}

function countDifferentDigits(a: string, b: string): number {
  let apart = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) apart++;
  return apart;
}
