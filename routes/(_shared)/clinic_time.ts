import type { Clinic } from "../../clinic/clinic.ts";

/** "Monday 23 November 2026", today where the clinic is. */
export function todayInWords({ timeZone, now }: Clinic): string {
  return inWords(timeZone, now());
}

/** The day of an instant (UTC) where the clinic is, in words. */
export function dayInWords({ timeZone }: Clinic, instant: string): string {
  return inWords(timeZone, new Date(instant));
}

/** "Good morning", by the clock where the clinic is. */
export function greeting({ timeZone, now }: Clinic): string {
  const hour = Number(new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit" }).format(now()));
  if (hour >= 4 && hour < 12) return "Good morning";
  return hour >= 12 && hour < 18 ? "Good afternoon" : "Good evening";
}

function inWords(timeZone: string, date: Date): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return format.format(date);
}
