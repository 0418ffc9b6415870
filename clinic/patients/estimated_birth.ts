import { invalid } from "@/clinic/errors.ts";

/** An age as people tell it: of small children in months. */
export type Age = { readonly years: number } | { readonly months: number };

const OLDEST_YEARS = 130;
const OLDEST_MONTHS = 60;

/**
 * The birth date to keep, as estimated, for somebody who knows only an age: the 1 January on which they would have been
 * born in that year, or the first of the month. Whoever was born then has this very age on `today`.
 * @param today YYYY-MM-DD @returns YYYY-MM-DD @throws ClinicError validation_failed age:out_of_range
 */
export function birthDateFromAge(age: Age, today: string): string {
  const [year, month] = today.split("-").map(Number) as [number, number];
  if ("years" in age) return firstOf(year - within(age.years, OLDEST_YEARS), 1);
  const months = year * 12 + (month - 1) - within(age.months, OLDEST_MONTHS);
  return firstOf(Math.floor(months / 12), months % 12 + 1);
}

function within(age: number, oldest: number): number {
  if (Number.isInteger(age) && age >= 0 && age <= oldest) return age;
  throw invalid("age", "out_of_range", "Nobody is of this age.");
}

function firstOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}-01`;
}
