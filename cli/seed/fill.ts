// seed/: the demo clinic: its departments and staff, and invented patients and visits, the same ones for the same seed.

import { v7 as uuidv7 } from "uuid";
import type { ClinicScope } from "@/clinic/clinic.ts";
import { nextFileNumber } from "@/clinic/patients/file_numbers.ts";
import { commit } from "@/clinic/commit.ts";
import { yieldToRequests } from "@/db/event_loop.ts";
import type { Change } from "@/db/tables/change.ts";
import { randomPatients } from "./patients.ts";
import type { Random } from "./random.ts";
import type { DemoClinic } from "./demo_clinic.ts";
import { type Person, randomVisit } from "./visits.ts";

/** How many patients and visits to add. */
export interface DemoSize {
  readonly patients: number;
  readonly visits: number;
  /** The last day of visits, YYYY-MM-DD. */
  readonly today: string;
}

/** Called after each batch; what it throws stops the work there. */
export type OnBatch = (what: "Patients" | "Visits", done: number, total: number) => void;

const BATCH = 250; // one commit and one audit entry; the database is held for some 15 ms
const FIRST_FILE_NUMBER = 10_001;

/** Registers invented patients and logs their visits. */
export async function fillClinic(
  scope: ClinicScope,
  random: Random,
  demoClinic: DemoClinic,
  size: DemoSize,
  onBatch: OnBatch,
): Promise<void> {
  const people = await registerPatients(scope, random, size, onBatch);
  await logVisits(scope, random, demoClinic, size, people, onBatch);
}

async function registerPatients(scope: ClinicScope, random: Random, size: DemoSize, onBatch: OnBatch) {
  const { clinic } = scope;
  const people: (Person & { id: string })[] = [];
  const first = Math.max(FIRST_FILE_NUMBER, Number(await nextFileNumber(clinic.store)));
  const records = randomPatients(random, size.today, first);
  await inBatches(scope, size.patients, (done) => onBatch("Patients", done, size.patients), () => {
    const record = records.next().value;
    const id = uuidv7();
    people.push({ id, gender: record.gender, born: record.date_of_birth });
    return clinic.store.patients.insert({ id, version: 1, voidedAt: null, record });
  });
  return people;
}

/** Most visits are of few patients, as in every clinic. */
function logVisits(
  scope: ClinicScope,
  random: Random,
  { departments }: DemoClinic,
  { visits, today }: DemoSize,
  people: readonly (Person & { id: string })[],
  onBatch: OnBatch,
) {
  return inBatches(scope, visits, (done) => onBatch("Visits", done, visits), () => {
    const person = random.pickSkewed(people);
    const { department, date, time, notes } = randomVisit(random, person, today);
    return scope.clinic.store.visits.insert({
      id: uuidv7(),
      version: 1,
      patientId: person.id,
      ...departments.get(department)!,
      visitDate: date,
      visitTime: time,
      voidedAt: null,
      record: { notes },
    });
  });
}

async function inBatches(
  scope: ClinicScope,
  total: number,
  onDone: (done: number) => void,
  next: () => Change,
): Promise<void> {
  for (let done = 0; done < total;) {
    const size = Math.min(BATCH, total - done);
    await commit(scope, "operator.seed", Array.from({ length: size }, next));
    onDone(done += size);
    await yieldToRequests();
  }
}
