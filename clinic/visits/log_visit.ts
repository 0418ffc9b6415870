import { v7 as uuidv7 } from "uuid";
import type { OpenVisitRow } from "@/db/tables/visits.ts";
import { requireWithinAYear } from "@/clinic/calendar.ts";
import { command } from "@/clinic/verb.ts";
import { type NewVisit, validateReferences } from "./visit.ts";

/** A patient has come: the visit is logged; returns its id. @throws ClinicError validation_failed | forbidden */
export const logVisit = command("visit.log", async ({ clinic, commit }, input: NewVisit) => {
  requireWithinAYear(clinic, "visit_date", input.visit_date);
  validateReferences(clinic, input);
  const row: OpenVisitRow = {
    id: uuidv7(),
    version: 1,
    patientId: input.patient_id,
    departmentId: input.department_id,
    clinicianId: input.doctor_id,
    visitDate: input.visit_date,
    visitTime: input.visit_time,
    voidedAt: null,
    record: { notes: input.notes },
  };
  await commit(clinic.store.visits.insert(row));
  return { id: row.id, version: 1 };
});
