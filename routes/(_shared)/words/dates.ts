import { dayIn, today } from "@/clinic/calendar.ts";
import type { ClinicHandle } from "@/clinic/scope.ts";
import type { Words } from "./words.ts";

// Days are YYYY-MM-DD where the clinic is; instants are UTC, as they are stored. Intl has no Sesotho dates, so the
// names come from the dictionaries, for both languages alike.

/** "Tuesday 24 November 2026" */
export function dayInWords(words: Words, day: string): string {
  const weekday = words.dates.days[new Date(`${day}T00:00:00Z`).getUTCDay()];
  return `${weekday} ${Number(day.slice(8))} ${monthInWords(words, day)}`;
}

/** "24 Nov 2026" */
export function shortDay({ dates }: Words, day: string): string {
  return `${Number(day.slice(8))} ${dates.shortMonths[monthOf(day)]} ${day.slice(0, 4)}`;
}

/** "November 2026", of a day or of YYYY-MM. */
export function monthInWords({ dates }: Words, day: string): string {
  return `${dates.months[monthOf(day)]} ${day.slice(0, 4)}`;
}

/** "yesterday", "today" or "tomorrow", else as shortDay(). */
export function nearDay(words: Words, day: string, today: string): string {
  const { yesterday, today: same, tomorrow } = words.dates;
  const near = { [-1]: yesterday, 0: same, 1: tomorrow }[daysBetween(today, day)];
  return near ?? shortDay(words, day);
}

/**
 * "12 days" in the first month, "7 months" in the first two years, then "45 years"; "about 45" where the date is an estimate.
 * "" for a birth in the future.
 */
export function ageInWords({ dates }: Words, birth: string, today: string, estimated = false): string {
  if (birth > today) return "";
  if (birth === today) return dates.bornToday;
  const t = estimated ? dates.about : dates.age;
  const months = monthsBetween(birth, today);
  if (months === 0) return t.days(daysBetween(birth, today));
  return months < 24 ? t.months(months) : t.years(Math.floor(months / 12));
}

/** "24 Nov 2026, 09:30" */
export function instantInWords(words: Words, clinic: ClinicHandle, instant: string): string {
  return `${shortDay(words, dayOf(clinic, instant))}, ${timeOf(clinic, instant)}`;
}

/** The day of an instant where the clinic is. */
export function dayOf({ timeZone }: ClinicHandle, instant: string): string {
  return dayIn(timeZone, new Date(instant));
}

/** The time of an instant where the clinic is, HH:MM. */
export function timeOf({ timeZone }: ClinicHandle, instant: string): string {
  return clock(timeZone, new Date(instant));
}

/** "Tuesday 24 November 2026", today where the clinic is. */
export function todayInWords(words: Words, clinic: ClinicHandle): string {
  return dayInWords(words, today(clinic));
}

/** "Good morning", by the clock where the clinic is. */
export function greeting({ home }: Words, { timeZone, now }: ClinicHandle): string {
  const time = clock(timeZone, now());
  if (time >= "04:00" && time < "12:00") return home.goodMorning;
  return time >= "12:00" && time < "18:00" ? home.goodAfternoon : home.goodEvening;
}

function clock(timeZone: string, instant: Date): string {
  const format = { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-GB", format).format(instant);
}

function monthOf(day: string): number {
  return Number(day.slice(5, 7)) - 1;
}

function daysBetween(day: string, later: string): number {
  return (Date.parse(later) - Date.parse(day)) / 86_400_000;
}

/** Whole months: somebody born on the 31st is a month older on the 1st where there is no 31st. */
function monthsBetween(day: string, later: string): number {
  const years = Number(later.slice(0, 4)) - Number(day.slice(0, 4));
  return years * 12 + monthOf(later) - monthOf(day) - (later.slice(8) < day.slice(8) ? 1 : 0);
}
