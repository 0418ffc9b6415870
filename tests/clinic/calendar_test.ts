import assert from "node:assert/strict";
import { dayIn, requireWithinAYear } from "@/clinic/calendar.ts";

Deno.test("a day is the clinic's, whatever UTC's is", () => {
  const cases: [zone: string, instant: string, day: string][] = [
    ["Africa/Maseru", "2026-03-01T21:59:59Z", "2026-03-01"],
    ["Africa/Maseru", "2026-03-01T22:00:00Z", "2026-03-02"],
    ["UTC", "2026-12-31T23:59:59.999Z", "2026-12-31"],
    ["Pacific/Kiritimati", "2026-12-31T10:00:00Z", "2027-01-01"],
    ["America/New_York", "2026-03-08T04:59:00Z", "2026-03-07"],
    ["Europe/London", "2026-03-29T23:30:00Z", "2026-03-30"],
  ];
  for (const [zone, instant, day] of cases) {
    assert.equal(dayIn(zone, new Date(instant)), day, `${zone} ${instant}`);
  }
});

Deno.test("a visit is at most a year ahead, around leap years too", () => {
  const cases: [today: string, last: string, tooLate: string][] = [
    ["2026-11-28", "2027-11-28", "2027-11-29"],
    ["2027-02-28", "2028-02-28", "2028-02-29"],
    ["2027-03-01", "2028-03-01", "2028-03-02"],
    ["2028-02-28", "2029-02-28", "2029-03-01"],
    ["2028-02-29", "2029-03-01", "2029-03-02"],
    ["2028-12-31", "2029-12-31", "2030-01-01"],
  ];
  for (const [today, last, tooLate] of cases) {
    const clinic = { timeZone: "UTC", now: () => new Date(`${today}T10:00:00Z`) };
    requireWithinAYear(clinic, "visit_date", last);
    assert.throws(() => requireWithinAYear(clinic, "visit_date", tooLate), /validation_failed/, today);
  }
});
