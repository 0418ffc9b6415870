import { patientCursor, visitCursor } from "@/api/http/cursor.ts";
import type { Ask, Phase } from "./plan.ts";
import { dayBefore, DAYS, newPeople, type World } from "./world.ts";

/** Something clients ask for, and the requests it is measured by. */
export interface Operation {
  readonly name: string;
  readonly kind: "read" | "write";
  /** `run` is another number in every run, so that no two register the same file number. */
  phases(seconds: number, run: number): Phase[];
}

const PAGE = 50;
const HOT = 20; // requests of the warm set: as many patients, or pages of 50 rows
const DAYS_A_RANGE = 3;
const MOST_WRITES_A_SECOND = 8_000;

/** Everything that is measured, in the order in which it is: writes last, because they make the database larger. */
export function operations(world: World): Operation[] {
  const { patients, visits, departments } = world;
  return [
    reading("patient by id", patients.map(({ id }) => get(`/api/patients/${id}/`))),
    reading("50 patients", everyFiftieth(patients.map(({ id }) => patientsAfter(id)))),
    reading("visits of a patient", patients.map(({ id }) => get(`/api/patients/${id}/visits/`))),
    reading(
      "50 visits",
      everyFiftieth(visits.map((visit) => get(`/api/visits/?limit=${PAGE}&cursor=${visitCursor(visit)}`))),
    ),
    reading("visits by date, department", departments.flatMap(({ id }) => dateRanges(id))),
    {
      name: "departments",
      kind: "read",
      phases: (seconds) => [lead(DEPARTMENTS), over("warm", DEPARTMENTS, seconds)],
    },
    { name: "register a patient", kind: "write", phases: registrations },
    { name: "log a visit", kind: "write", phases: (seconds) => visitsLogged(world, seconds) },
  ];
}

/** Cold: each record is opened for the first time, by code that a tenth set aside has warmed up. Warm: a few, often. */
function reading(name: string, all: Ask[]): Operation {
  const walked = all.slice(0, Math.floor(all.length * 0.9));
  const aside = all.slice(walked.length);
  const phases = (seconds: number): Phase[] => [
    lead(aside),
    { name: "cold", requests: walked, once: true, seconds },
    lead(walked.slice(0, HOT)),
    over("warm", walked.slice(0, HOT), seconds),
  ];
  return { name, kind: "read", phases };
}

/** Every body is somebody else, as in a clinic, with a file number of their own. */
function registrations(seconds: number, run: number): Phase[] {
  const people = newPeople(run);
  const many = (part: string, seconds: number): Ask[] =>
    Array.from({ length: Math.ceil(seconds * MOST_WRITES_A_SECOND) }, (_, n) => ({
      method: "POST",
      path: "/api/patients/",
      body: { ...people.next().value, file_number: `B${run}-${part}${n}` },
    }));
  return [
    { name: "lead", requests: many("L", LEAD_SECONDS), once: true, seconds: LEAD_SECONDS },
    { name: "write", requests: many("W", seconds), once: true, seconds },
  ];
}

function visitsLogged({ patients, departments, doctors }: World, seconds: number): Phase[] {
  const requests = patients.slice(0, 1_000).map(({ id }, n): Ask => {
    const department_id = departments[n % departments.length]!.id;
    const visit = { patient_id: id, department_id, doctor_id: doctors[n % doctors.length]!.id };
    const when = { visit_date: dayBefore(0), visit_time: "09:30" };
    return { method: "POST", path: "/api/visits/", body: { ...visit, ...when, notes: "Routine check-up" } };
  });
  return [lead(requests), over("write", requests, seconds)];
}

const LEAD_SECONDS = 0.7;

function lead(requests: readonly Ask[]): Phase {
  return over("lead", requests, LEAD_SECONDS);
}

function over(name: Phase["name"], requests: readonly Ask[], seconds: number): Phase {
  return { name, requests, once: false, seconds };
}

function patientsAfter(id: string): Ask {
  return get(`/api/patients/?limit=${PAGE}&cursor=${patientCursor(id)}`);
}

function dateRanges(department: string): Ask[] {
  return Array.from({ length: Math.floor(DAYS / DAYS_A_RANGE) }, (_, n) => {
    const start = dayBefore((n + 1) * DAYS_A_RANGE - 1), end = dayBefore(n * DAYS_A_RANGE);
    return get(`/api/visits/?start_date=${start}&end_date=${end}&department=${department}&limit=${PAGE}`);
  });
}

function everyFiftieth(asks: Ask[]): Ask[] {
  return asks.filter((_, n) => n % PAGE === 0);
}

function get(path: string): Ask {
  return { method: "GET", path };
}

const DEPARTMENTS = [get("/api/departments/")];
