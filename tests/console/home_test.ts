import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { today } from "@/clinic/calendar.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import { addDepartment, changeDepartment } from "@/clinic/departments/departments.ts";
import { registerPatient } from "@/clinic/patients/register_patient.ts";
import { setUp } from "@/clinic/staff/set_up.ts";
import { addStaffMember } from "@/clinic/staff/staff.ts";
import { logVisit } from "@/clinic/visits/log_visit.ts";
import { voidVisit } from "@/clinic/visits/void_visit.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, NURSE, signedIn, staffed } from "@/tests/support/console/people.ts";
import { asAdmin, PATIENT, somebody } from "@/tests/support/console/records.ts";
import type { Page } from "@/tests/support/console/visitor.ts";

Deno.test("home leads an administrator through the first day, step by step, until there is a visit", async () => {
  await using console = await consoleAtNoon();
  await setUp({ clinic: console.clinic, actor: null, source: "test" }, ADMIN);
  const admin = asAdmin(console);
  const visitor = await signedIn(console, ADMIN);
  const home = () => visitor.get("/");
  deepEqual(stepsOf(await home()), [[], "/departments"]);
  doesNotMatch((await home()).html, /No departments yet|<figure/); // the step says it already
  match((await home()).html, /href="\/set-up\/key"/);

  const { id } = await addDepartment(admin, { name: "Maternity" });
  deepEqual(stepsOf(await home()), [["Add a department"], "/staff/new"]);
  match((await home()).html, /No visits in the last 14 days/);
  await addStaffMember(admin, { ...NURSE, role: "nurse", department_id: id });
  deepEqual(stepsOf(await home()), [["Add a department", "Add a nurse or a doctor"], "/patients/new"]);
  const patient = await patientOf(console);
  deepEqual(stepsOf(await home())[1], "/patients");
  await visits(console, { patient, department: id, ago: 0, times: 1 });
  deepEqual(stepsOf(await home()), [[], undefined]);
  doesNotMatch((await home()).html, /Next steps|set-up/);
});

Deno.test("what the clinic still needs is told to nobody who cannot do it", async () => {
  await using console = await consoleAtNoon();
  await staffed(console.clinic);
  for (const role of ["doctor", "nurse", "receptionist", "auditor"] as const) {
    const { status, html } = await (await somebody(console, role)).get("/");
    equal(status, 200);
    doesNotMatch(html, /Next steps|set-up/, role);
  }
});

Deno.test("each department shows its last 14 days, as a picture and as figures that say the same", async () => {
  await using console = await consoleAtNoon();
  await staffed(console.clinic);
  const admin = asAdmin(console);
  const [outpatient] = console.clinic.store.directory.departments.keys();
  const patient = await patientOf(console);
  const closed = (await addDepartment(admin, { name: "Annexe" })).id;
  await visits(console, { patient, department: outpatient!, ago: 0, times: 2 });
  await visits(console, { patient, department: outpatient!, ago: 3, times: 4 });
  await visits(console, { patient, department: outpatient!, ago: 14, times: 1 }); // too long ago
  const [mistaken] = await visits(console, { patient, department: outpatient!, ago: 13, times: 1 });
  await voidVisit(admin, { id: mistaken!, reason: "wrong patient" });
  await visits(console, { patient, department: closed, ago: 13, times: 1 });
  await changeDepartment(admin, { id: closed, change: { active: false } });
  await addDepartment(admin, { name: "Dental" });

  const page = await (await signedIn(console, ADMIN)).get("/");
  const rows = rowsOf(page, "table");
  deepEqual(rows.slice(1).map(([name, lately, now]) => [name, lately, now]), [
    ["Annexe No longer in use", "1", "0"],
    ["Dental", "0", "0"],
    ["General Outpatient", "6", "2"],
  ]);
  deepEqual(sparksOf(page), [
    { label: "At most 1 in one day", heights: [26] },
    { label: "At most 0 in one day", heights: [] },
    { label: "At most 4 in one day", heights: [26, 13] },
  ]);
  match(page.html, new RegExp(`href="/visits\\?department=${outpatient}"`));

  const figures = rowsOf(page, "figures");
  deepEqual(figures[0], ["Day", "All departments", "Annexe", "Dental", "General Outpatient"]);
  equal(figures.length, 1 + 14);
  deepEqual(figures[1]!.slice(1), ["1", "1", "0", "0"]);
  deepEqual(figures[14 - 3]!.slice(1), ["4", "0", "0", "4"]);
  deepEqual(figures[14]!.slice(1), ["2", "0", "0", "2"]);
  match(page.html, /<div class="wide" role="region" aria-label="[^"]+" tabindex="0"><table class="figures"/);
});

Deno.test("of a single department everything is shown once", async () => {
  await using console = await consoleAtNoon();
  await staffed(console.clinic);
  const [department] = console.clinic.store.directory.departments.keys();
  await visits(console, { patient: await patientOf(console), department: department!, ago: 1, times: 3 });
  const page = await (await signedIn(console, ADMIN)).get("/");
  deepEqual(rowsOf(page, "table"), [["Department", "Today"], ["General Outpatient", "0"]]);
  deepEqual(sparksOf(page), []);
  const figures = rowsOf(page, "figures");
  deepEqual([figures[0], figures[13]!.slice(1)], [["Day", "Visits"], ["3"]]);
});

Deno.test("an auditor sees how many, and no way to whose", async () => {
  await using console = await consoleAtNoon();
  await staffed(console.clinic);
  const { html } = await (await somebody(console, "auditor")).get("/");
  match(html, /General Outpatient/);
  doesNotMatch(html, /href="\/visits/);
});

/** Far from midnight, so that no test begins on one day and ends on the next. */
async function consoleAtNoon(): Promise<TestConsole> {
  const console = await testConsole();
  const now = console.clinic.now().getTime();
  console.advance((Math.ceil(now / DAY_MS) * DAY_MS + DAY_MS / 2 - now) / 1_000);
  return console;
}

const DAY_MS = 86_400_000;

async function patientOf(console: TestConsole): Promise<string> {
  const { age: _, ...patient } = PATIENT;
  return (await registerPatient(asAdmin(console), { ...patient, gender: "M" })).id;
}

interface Visits {
  readonly patient: string;
  readonly department: string;
  /** Days. */
  readonly ago: number;
  readonly times: number;
}

async function visits(console: TestConsole, { patient, department, ago, times }: Visits): Promise<string[]> {
  const nurse = [...console.clinic.store.directory.staff.values()].find(({ role }) => role === "nurse")!;
  const visit = {
    patient_id: patient,
    department_id: department,
    doctor_id: nurse.id,
    visit_date: dayBefore(console.clinic, ago),
    visit_time: "00:00",
    notes: "",
  };
  return await Promise.all(
    Array.from({ length: times }, async () => (await logVisit(asAdmin(console), visit)).id),
  );
}

function dayBefore(clinic: Clinic, days: number): string {
  return new Date(Date.parse(today(clinic)) - days * DAY_MS).toISOString().slice(0, 10);
}

/** What is ticked, and where the button of the next step leads. */
function stepsOf({ html }: Page): [done: string[], next: string | undefined] {
  const list = /<ol class="steps.*?<\/ol>/s.exec(html)?.[0] ?? "";
  const done = [...list.matchAll(/Done:<\/span> ([^<]+)</g)].map(([, step]) => step!);
  const current = /<li [^>]*aria-current="step"[^>]*>.*?<\/li>/s.exec(list)?.[0] ?? "";
  return [done, /<a class="button" href="([^"]+)"/.exec(current)?.[1]];
}

/** The texts of a table's cells, row by row. */
function rowsOf({ html }: Page, kind: "table" | "figures"): string[][] {
  const table = new RegExp(`<table class="${kind}".*?</table>`, "s").exec(html)?.[0] ?? "";
  const rows = table.match(/<tr.*?<\/tr>/gs) ?? [];
  return rows.map((row) => (row.match(/<t[hd].*?<\/t[hd]>/gs) ?? []).map(textOf));
}

function textOf(html: string): string {
  return html.replace(/<[^>]+>/g, "").replace(/\s+/g, " ").trim();
}

function sparksOf({ html }: Page): { label: string; heights: number[] }[] {
  return [...html.matchAll(/<svg class="spark".*? aria-label="([^"]*)".*?<\/svg>/gs)].map(([svg, label]) => ({
    label: label!,
    heights: [...svg.matchAll(/<rect[^>]* height="(\d+)"/g)].map(([, height]) => Number(height)),
  }));
}
