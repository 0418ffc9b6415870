/** The day `days` after `day` (before it when negative). Days are YYYY-MM-DD. */
export function plusDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** How many days `to` comes after `from`. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to).days;
}

/** Whole years from birth to a day, as people count their age. */
export function ageOn(day: string, born: string): number {
  return Temporal.PlainDate.from(born).until(day, { largestUnit: "years" }).years;
}

export function isSunday(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek === 7;
}
