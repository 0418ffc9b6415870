import { registerPatient } from "@/clinic/patients/register_patient.ts";
import type { Role } from "@/clinic/roles.ts";
import type { Scope } from "@/clinic/scope.ts";
import { logVisit } from "@/clinic/visits/log_visit.ts";
import type { NewVisit } from "@/clinic/visits/visit.ts";
import type { TestClinic } from "@/tests/support/clinic.ts";
import { patientBody, visitBody } from "./test_api.ts";

/** Registers so many patients at once, without HTTP, which would take longer; gives their ids in order. */
export function manyPatients(clinic: TestClinic, howMany: number): Promise<string[]> {
  const bodies = Array.from(
    { length: howMany },
    () => patientBody() as Parameters<typeof registerPatient>[1],
  );
  return Promise.all(bodies.map(async (body) => (await registerPatient(scopeOf(clinic, "nurse"), body)).id));
}

/** Logs so many visits of a patient at once, with these notes; gives their ids in order. */
export function manyVisits(clinic: TestClinic, patientId: string, howMany: number, notes: string) {
  const bodies = Array.from({ length: howMany }, () => visitBody(clinic, patientId, { notes }));
  return Promise.all(bodies.map(async (body) => {
    return (await logVisit(scopeOf(clinic, "doctor"), body as unknown as NewVisit)).id;
  }));
}

function scopeOf({ clinic, staffIds }: TestClinic, role: Role): Scope {
  return { clinic, actor: { staffId: staffIds[role], sessionId: "test", role }, source: "test" };
}
