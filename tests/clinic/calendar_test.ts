import assert from "node:assert/strict";
import { dayIn } from "@/clinic/calendar.ts";

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
