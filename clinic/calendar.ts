import type { ClinicHandle } from "./scope.ts";
import { invalid } from "./errors.ts";

/** Today in the clinic's time zone, YYYY-MM-DD. */
export function today({ timeZone, now }: ClinicHandle): string {
  return dayIn(timeZone, now());
}

/** The day `instant` falls on in `timeZone`, YYYY-MM-DD. Intl takes 2 µs, Temporal 5, and lists call this for every row. */
export function dayIn(timeZone: string, instant: Date): string {
  return formatter(timeZone).format(instant);
}

/** @throws ClinicError when `date` (YYYY-MM-DD) is after today */
export function requireNotInFuture(clinic: ClinicHandle, field: string, date: string): void {
  if (date > today(clinic)) throw invalid(field, "in_the_future", "This day is in the future.");
}

/** Visits may be booked up to a year ahead. @throws ClinicError */
export function requireWithinAYear(clinic: ClinicHandle, field: string, date: string): void {
  if (date <= yearAfter(today(clinic))) return;
  throw invalid(field, "too_far_ahead", "A visit can be at most one year ahead.");
}

/** The same day of the next year, YYYY-MM-DD; after 29 February it is 1 March. */
function yearAfter(day: string): string {
  const date = Temporal.PlainDate.from(day);
  const next = date.add({ years: 1 }); // of 29 February it is the 28th
  return (next.day === date.day ? next : next.add({ days: 1 })).toString();
}

const formatters = new Map<string, Intl.DateTimeFormat>(); // making one costs 30 µs and more

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    found = new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formatters.set(timeZone, found);
  }
  return found;
}
