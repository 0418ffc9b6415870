import { dayIn } from "./calendar.ts";

const DAY_MS = 86_400_000;

/**
 * The first instant (UTC) of `day` (YYYY-MM-DD) in `timeZone`; of the next day there is, where the zone left this one
 * out. It is searched for, since no zone's offset can be asked for by its local time.
 */
export function startOfDay(timeZone: string, day: string): string {
  let [before, within] = [Date.parse(day) - DAY_MS, Date.parse(day) + DAY_MS]; // no zone is a day away from UTC
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayIn(timeZone, new Date(middle)) < day) before = middle;
    else within = middle;
  }
  return new Date(within).toISOString();
}

/** The first instant (UTC) after `day`. */
export function endOfDay(timeZone: string, day: string): string {
  return startOfDay(timeZone, new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10));
}
