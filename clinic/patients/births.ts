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
 * The days on which somebody may be born who says `day`, as days since 1970-01-01, ascending: all that compareBirths()
 * does not call other, where the other date may be a guess when it is a first of January.
 * @param day YYYY-MM-DD @param estimated whether it is a guess
 */
export function plausibleBirthDays(day: string, estimated: boolean): number[] {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const own = dayNumber(year, month, date)!;
  const written = [own, dayNumber(year, date, month), ...oneDigitOff(year, month, date)];
  const guessed = [-2, -1, 0, 1, 2].map((more) => dayNumber(year + more, 1, 1));
  const about = estimated ? Array.from({ length: 2 * ABOUT_DAYS + 1 }, (_, n) => own - ABOUT_DAYS + n) : [];
  const near = guessed.filter((first) => first !== undefined && Math.abs(first - own) <= ABOUT_DAYS);
  const days = [...written, ...near, ...about].filter((each) => each !== undefined);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** All but the digits of the century: nobody mis-writes that. */
function oneDigitOff(year: number, month: number, date: number): (number | undefined)[] {
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

/** Days since 1970-01-01; undefined for a day that there is not. */
function dayNumber(year: number, month: number, date: number): number | undefined {
  const isDay = month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(month, year);
  return isDay ? Date.UTC(year, month - 1, date) / DAY_MS : undefined;
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
