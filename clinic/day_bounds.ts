/**
 * The first instant (UTC) of `day` (YYYY-MM-DD) in `timeZone`, which is not midnight where clocks are put forward then;
 * that of the next day where the zone left this one out.
 */
export function startOfDay(timeZone: string, day: string): string {
  return firstInstant(timeZone, Temporal.PlainDate.from(day));
}

/** The first instant (UTC) after `day`. */
export function endOfDay(timeZone: string, day: string): string {
  return firstInstant(timeZone, Temporal.PlainDate.from(day).add({ days: 1 }));
}

function firstInstant(timeZone: string, day: Temporal.PlainDate): string {
  return day.toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: "millisecond" });
}
