import { v7 as uuidv7 } from "uuid";
import { randomPatients } from "@/cli/seed/patients.ts";
import { Random } from "@/cli/seed/random.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";

/** A clinic's data as both servers get it: the same ids, the same text, the same order. */
export interface World {
  readonly departments: readonly Named[];
  readonly doctors: readonly Named[];
  /** In order of registration. */
  readonly patients: readonly Patient[];
  /** Newest first, as the list of visits gives them. */
  readonly visits: readonly Visit[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Patient {
  readonly id: string;
  readonly record: PatientRecord;
}

export interface Visit {
  readonly id: string;
  readonly patientId: string;
  readonly departmentId: string;
  readonly clinicianId: string;
  readonly visitDate: string;
  readonly visitTime: string;
  readonly notes: string;
}

/** Two years of visits, ended on a fixed day, so that every run has the same. */
export const DAYS = 730;
const LAST_DAY = Date.UTC(2025, 10, 30);

/** Patients and visits for these departments and doctors; but for the ids the same in every run. */
export function makeWorld(
  departments: readonly Named[],
  doctors: readonly Named[],
  patientCount: number,
  visitCount: number,
): World {
  const random = numbers(20_251_130);
  const patients = Array.from({ length: patientCount }, (_, n) => makePatient(n, random));
  const visits = Array.from({ length: visitCount }, () => ({
    id: uuidv7(),
    patientId: pick(patients, random).id,
    departmentId: pick(departments, random).id,
    clinicianId: pick(doctors, random).id,
    visitDate: dayBefore(Math.floor(random() * DAYS)),
    visitTime: `${two(8 + Math.floor(random() * 9))}:${two(Math.floor(random() * 60))}`,
    notes: sentence(random),
  }));
  visits.sort((a, b) => keyOf(a) < keyOf(b) ? 1 : -1);
  return { departments, doctors, patients, visits };
}

/** Bodies as POST /api/patients/ takes them, without end: other people for another `seed`. */
export function newPeople(seed: number): Generator<PatientRecord> {
  return randomPatients(new Random(seed), dayBefore(0), 1);
}

/** The day so many days before the last one, YYYY-MM-DD. */
export function dayBefore(days: number): string {
  return new Date(LAST_DAY - days * 86_400_000).toISOString().slice(0, 10);
}

function makePatient(n: number, random: () => number): Patient {
  const record: PatientRecord = {
    full_name: `${pick(GIVEN, random)} ${pick(FAMILY, random)}`,
    date_of_birth: `${1940 + Math.floor(random() * 84)}-${two(1 + Math.floor(random() * 12))}-15`,
    gender: random() < 0.5 ? "F" : "M",
    contact_details: `+2665${String(Math.floor(random() * 1e7)).padStart(7, "0")}`,
    file_number: String(10_000 + n),
  };
  return { id: uuidv7(), record };
}

function sentence(random: () => number): string {
  return Array.from({ length: 6 + Math.floor(random() * 12) }, () => pick(WORDS, random)).join(" ");
}

function keyOf({ visitDate, visitTime, id }: Visit): string {
  return `${visitDate} ${visitTime} ${id}`;
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Numbers from 0 up to 1 that look random and come the same in every run (a linear congruence). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

const GIVEN = [
  "Thabo",
  "Palesa",
  "Ts'epo",
  "Lerato",
  "Mpho",
  "Limpho",
  "Tumelo",
  "Refiloe",
  "Katleho",
  "Pulane",
];
const FAMILY = ["Mokoena", "Molefe", "Ramainoane", "Letsie", "Mahlatsi", "Nthunya", "Sekhonyana", "Phiri"];
const WORDS =
  "cough fever for three days blood pressure taken review in two weeks tablets given wound cleaned weight"
    .split(" ");
