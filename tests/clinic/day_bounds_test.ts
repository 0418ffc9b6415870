import assert from "node:assert/strict";
import { endOfDay, startOfDay } from "@/clinic/day_bounds.ts";

const DAYS: [zone: string, day: string, start: string, end: string, why: string][] = [
  ["Africa/Maseru", "2026-03-02", "2026-03-01T22:00:00.000Z", "2026-03-02T22:00:00.000Z", "two hours ahead"],
  ["UTC", "2026-12-31", "2026-12-31T00:00:00.000Z", "2027-01-01T00:00:00.000Z", "no offset"],
  [
    "Asia/Kathmandu",
    "2026-03-02",
    "2026-03-01T18:15:00.000Z",
    "2026-03-02T18:15:00.000Z",
    "quarters of hours",
  ],
  ["Pacific/Kiritimati", "2026-03-02", "2026-03-01T10:00:00.000Z", "2026-03-02T10:00:00.000Z", "the first"],
  ["Pacific/Pago_Pago", "2026-03-02", "2026-03-02T11:00:00.000Z", "2026-03-03T11:00:00.000Z", "the last"],
  ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z", "23 hours"],
  ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z", "25 hours"],
  ["Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00.000Z", "2024-04-26T21:00:00.000Z", "begins at one"],
  ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00.000Z", "2011-12-30T10:00:00.000Z", "left out"],
];

for (const [zone, day, start, end, why] of DAYS) {
  Deno.test(`${day} in ${zone} (${why})`, () => {
    assert.deepEqual([startOfDay(zone, day), endOfDay(zone, day)], [start, end]);
  });
}
