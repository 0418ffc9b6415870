import type { World } from "@/tests/bench/world.ts";

/** A page, and its address for the n-th time that it is asked for: each time about somebody or some day else. */
export interface Measured {
  readonly name: string;
  readonly path: (n: number, world: World) => string;
}

/** The pages that are open all day. */
export const pages: readonly Measured[] = [
  { name: "home", path: () => "/" },
  {
    name: "patients found, 50 of them",
    path: (n, world) => `/patients?q=${encodeURIComponent(surname(n, world))}`,
  },
  {
    name: "a patient found by file number",
    path: (n, world) => `/patients?q=${patient(n, world).record.file_number}`,
  },
  { name: "a patient, with visits", path: (n, world) => `/patients/${patient(n, world).id}` },
  { name: "register a patient", path: () => "/patients/new" },
  { name: "log a visit", path: (n, world) => `/patients/${patient(n, world).id}/visit` },
  {
    name: "visits of a day, 50 of them",
    path: (n, world) => `/visits?from=${day(n, world)}&until=${day(n, world)}`,
  },
  { name: "audit, 50 entries", path: () => "/audit" },
];

const STEP = 7_919; // a prime: neighbours in time are no neighbours in the database

function patient(n: number, { patients }: World) {
  return patients[(n * STEP) % patients.length]!;
}

function surname(n: number, world: World): string {
  return patient(n, world).record.full_name.split(" ").at(-1)!;
}

function day(n: number, { visits }: World): string {
  return visits[(n * STEP) % visits.length]!.visitDate;
}
