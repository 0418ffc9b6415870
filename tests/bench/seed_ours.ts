import { openDatabase } from "@/cli/open_database.ts";
import { readSettings } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import { addDepartment } from "@/clinic/departments/departments.ts";
import { setUp } from "@/clinic/staff/set_up.ts";
import { addStaffMember } from "@/clinic/staff/staff.ts";
import type { Change } from "@/db/tables/change.ts";
import { systemEntry } from "@/db/store.ts";
import { makeWorld, type Named, type World } from "./world.ts";

/** Where our server's data and key lie. */
export interface OurPlace {
  readonly data: string;
  readonly config: string;
}

/** Who drives the bench: a doctor, who reads notes as well. */
export const DOCTOR = { username: "doctor1", password: "password123" };

const CHANGES_A_UNIT = 500;

/** Makes a clinic with everything in it, and gives what is in it. The database is closed again. */
export async function seedOurs(place: OurPlace, patients: number, visits: number): Promise<World> {
  const settings = readSettings(databaseOptions, [], { DOVMS_DATA: place.data });
  const env = { variables: {}, folders: { config: place.config }, now: () => new Date() };
  const database = await openDatabase(settings, env, false);
  try {
    const { departments, doctors } = await staff(database.clinic);
    const world = makeWorld(departments, doctors, patients, visits);
    await store(database.clinic, world);
    return world;
  } finally {
    await database.close();
  }
}

async function staff(clinic: Clinic): Promise<{ departments: Named[]; doctors: Named[] }> {
  const scope = { clinic, actor: null, source: "bench" };
  const admin = await setUp(scope, {
    full_name: "Mme Puleng",
    username: "admin1",
    password: "seven blankets dry",
  });
  const asAdmin = { ...scope, actor: { staffId: admin.id, sessionId: "bench", role: "admin" as const } };
  const departments = [];
  for (const name of DEPARTMENTS) departments.push({ name, id: (await addDepartment(asAdmin, { name })).id });
  const doctors = [];
  for (const [n, name] of DOCTORS.entries()) {
    const person = { full_name: name, username: `doctor${n + 1}`, password: DOCTOR.password };
    const post = { role: "doctor" as const, department_id: departments[n % departments.length]!.id };
    doctors.push({ name, id: (await addStaffMember(asAdmin, { ...person, ...post })).id });
  }
  return { departments, doctors };
}

/** Past the API, many rows to a unit: seeding is not what is measured. */
async function store({ store }: Clinic, { patients, visits }: World): Promise<void> {
  const common = { version: 1, voidedAt: null };
  await inUnits(patients, (patient) => store.patients.insert({ ...common, ...patient }));
  await inUnits(
    visits,
    ({ notes, ...visit }) => store.visits.insert({ ...common, ...visit, record: { notes } }),
  );

  async function inUnits<Row>(rows: readonly Row[], change: (row: Row) => Change): Promise<void> {
    for (let at = 0; at < rows.length; at += CHANGES_A_UNIT) {
      const changes = rows.slice(at, at + CHANGES_A_UNIT).map(change);
      await store.commit(changes, systemEntry("bench.seed", new Date()));
    }
  }
}

const DEPARTMENTS = ["General Outpatient", "Pediatrics", "Maternity", "Dental", "Eye Clinic", "TB and HIV"];
const DOCTORS = ["Dr. Thabo", "Dr. Lineo", "Dr. Moletsane", "Dr. Palesa", "Dr. Khotso", "Dr. Nthati"];
