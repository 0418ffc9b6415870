import { deepEqual, equal } from "node:assert/strict";
import type { ClinicHandle } from "@/clinic/scope.ts";
import {
  ageInWords,
  dayInWords,
  dayOf,
  greeting,
  instantInWords,
  monthInWords,
  nearDay,
  shortDay,
  timeOf,
  todayInWords,
} from "@/routes/(_shared)/words/dates.ts";
import { wordsOf } from "@/routes/(_shared)/words/words.ts";

const [en, st] = [wordsOf("en"), wordsOf("st")];
const MONTHS =
  "Pherekhong Hlakola Hlakubele 'Mesa Motšeanong Phupjane Phupu Phato Loetse Mphalane Pulungoana Tšitoe";
const DAYS = "Mantaha Labobeli Laboraro Labone Labohlano Moqebelo Sontaha"; // the 2nd to the 8th of November 2026

Deno.test("all days and months, as Intl has them in English and Lesotho in Sesotho", () => {
  const days = Array.from({ length: 7 }, (_, index) => `2026-11-0${index + 2}`);
  deepEqual(days.map((day) => dayInWords(st, day).split(" ")[0]), DAYS.split(" "));
  const months = Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);
  deepEqual(months.map((month) => monthInWords(st, month)), MONTHS.split(" ").map((name) => `${name} 2026`));

  const intl = (day: string, format: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { ...format, timeZone: "UTC" }).format(new Date(day));
  for (
    const day of [
      ...days,
      ...months.map((month) => `${month}-29`).filter((day) => day !== "2026-02-29"),
    ]
  ) {
    const [weekday, date, month] = dayInWords(en, day).split(" ");
    equal(weekday, intl(day, { weekday: "long" }));
    equal(Number(date), Number(day.slice(8)));
    equal(month, intl(day, { month: "long" }));
    equal(shortDay(en, day).split(" ")[1], intl(day, { month: "short" }));
  }
});

Deno.test("days in words", () => {
  equal(dayInWords(en, "2026-11-24"), "Tuesday 24 November 2026");
  equal(dayInWords(st, "2026-11-24"), "Labobeli 24 Pulungoana 2026");
  equal(dayInWords(en, "2024-02-29"), "Thursday 29 February 2024");
  equal(dayInWords(en, "0999-01-01"), "Tuesday 1 January 0999");
  equal(shortDay(en, "2026-11-04"), "4 Nov 2026");
  equal(shortDay(st, "2026-11-04"), "4 Pulungoana 2026");
  equal(monthInWords(st, "2026-06"), "Phupjane 2026");
});

Deno.test("yesterday, today and tomorrow, over months and leap days", () => {
  const near = (day: string, today: string) => nearDay(en, day, today);
  equal(near("2026-11-24", "2026-11-24"), "today");
  equal(near("2026-10-31", "2026-11-01"), "yesterday");
  equal(near("2024-02-29", "2024-03-01"), "yesterday");
  equal(near("2027-01-01", "2026-12-31"), "tomorrow");
  equal(near("2026-11-22", "2026-11-24"), "22 Nov 2026");
  equal(near("2025-11-24", "2026-11-24"), "24 Nov 2025");
  deepEqual(["23", "24", "25"].map((day) => nearDay(st, `2026-11-${day}`, "2026-11-24")), [
    "maobane",
    "kajeno",
    "hosane",
  ]);
});

Deno.test("ages in words", () => {
  const ages: [birth: string, today: string, english: string, sesotho: string][] = [
    ["2026-11-24", "2026-11-24", "born today", "o tsoetsoe kajeno"],
    ["2026-11-23", "2026-11-24", "1 day", "letsatsi le le leng"],
    ["2026-11-12", "2026-11-24", "12 days", "matsatsi a 12"],
    ["2026-10-25", "2026-11-24", "30 days", "matsatsi a 30"],
    ["2026-10-24", "2026-11-24", "1 month", "khoeli e le 'ngoe"],
    ["2026-01-31", "2026-02-28", "28 days", "matsatsi a 28"],
    ["2026-01-31", "2026-03-01", "1 month", "khoeli e le 'ngoe"],
    ["2026-04-01", "2026-11-24", "7 months", "likhoeli tse 7"],
    ["2025-11-24", "2026-11-24", "12 months", "likhoeli tse 12"],
    ["2024-11-25", "2026-11-24", "23 months", "likhoeli tse 23"],
    ["2024-11-24", "2026-11-24", "2 years", "lilemo tse 2"],
    ["2024-02-29", "2026-02-28", "23 months", "likhoeli tse 23"],
    ["2024-02-29", "2026-03-01", "2 years", "lilemo tse 2"],
    ["2020-02-29", "2024-02-29", "4 years", "lilemo tse 4"],
    ["1981-11-25", "2026-11-24", "44 years", "lilemo tse 44"],
    ["1981-11-24", "2026-11-24", "45 years", "lilemo tse 45"],
    ["1919-01-01", "2026-11-24", "107 years", "lilemo tse 107"],
    ["2026-11-25", "2026-11-24", "", ""],
  ];
  for (const [birth, today, english, sesotho] of ages) {
    equal(ageInWords(en, birth, today), english, birth);
    equal(ageInWords(st, birth, today), sesotho, birth);
  }
  equal(ageInWords(en, "1981-01-01", "2026-11-24", true), "about 45");
  equal(ageInWords(st, "1981-01-01", "2026-11-24", true), "lilemo tse ka bang 45");
  equal(ageInWords(en, "2026-04-01", "2026-11-24", true), "about 7 months");
  equal(ageInWords(st, "2026-11-12", "2026-11-24", true), "matsatsi a ka bang 12");
});

Deno.test("an instant is said where the clinic is", () => {
  const late = "2026-11-24T22:30:00.000Z"; // half past midnight in Maseru
  const maseru = clinicAt(late);
  equal(dayOf(maseru, late), "2026-11-25");
  equal(timeOf(maseru, late), "00:30");
  equal(instantInWords(en, maseru, late), "25 Nov 2026, 00:30");
  equal(instantInWords(st, maseru, late), "25 Pulungoana 2026, 00:30");
  equal(todayInWords(en, maseru), "Wednesday 25 November 2026");
  equal(todayInWords(st, maseru), "Laboraro 25 Pulungoana 2026");
});

Deno.test("the greeting goes by the clinic's clock", () => {
  const hours = { "01:59": "evening", "02:00": "morning", "09:59": "morning", "10:00": "afternoon" };
  const later = { "15:59": "afternoon", "16:00": "evening", "22:30": "evening" };
  for (const [utc, part] of Object.entries({ ...hours, ...later })) {
    equal(greeting(en, clinicAt(`2026-11-24T${utc}:00Z`)), `Good ${part}`, utc);
  }
  equal(greeting(st, clinicAt("2026-11-24T06:00:00Z")), "Lumela");
});

function clinicAt(instant: string): ClinicHandle {
  return { timeZone: "Africa/Maseru", now: () => new Date(instant) };
}
