import { invalid } from "@/clinic/errors.ts";

/** An age in whole years, or for small children in whole months. */
export type Age = { readonly years: number } | { readonly months: number };

const MAX_YEARS = 130;
const MAX_MONTHS = 60;

/**
 * The birth date to record, as estimated, for a patient of whom only the age is known: the 1 January of the year of birth, or
 * for an age in months the first of that month. Somebody born then has this age on `today`.
 * @param today YYYY-MM-DD @returns YYYY-MM-DD @throws ClinicError validation_failed age:out_of_range
 */
export function birthDateFromAge(age: Age, today: string): string {
  const firstOfMonth = Temporal.PlainDate.from(today).with({ day: 1 });
  if ("years" in age) {
    validateAge(age.years, MAX_YEARS);
    return firstOfMonth.with({ month: 1 }).subtract(age).toString();
  }
  validateAge(age.months, MAX_MONTHS);
  return firstOfMonth.subtract(age).toString();
}

function validateAge(age: number, max: number): void {
  if (Number.isInteger(age) && age >= 0 && age <= max) return;
  throw invalid("age", "out_of_range", "Nobody is of this age.");
}
