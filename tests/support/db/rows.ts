import { v7 } from "uuid";
import type { Change } from "@/db/tables/change.ts";
import type { Department } from "@/db/tables/departments.ts";
import type { OpenPatientRow, PatientRecord } from "@/db/tables/patients.ts";
import type { Row, Value } from "@/db/port/port.ts";
import type { Session } from "@/db/tables/sessions.ts";
import type { StaffMember } from "@/db/tables/staff.ts";
import { type Store, systemEntry } from "@/db/store.ts";
import type { OpenVisitRow } from "@/db/tables/visits.ts";
import { NOW } from "./databases.ts";

let numbers = 0;

/** A patient that is not in the database yet, with a file number of its own unless `record` gives one. */
export function newPatient(record: Partial<PatientRecord> = {}): OpenPatientRow {
  return {
    id: v7(),
    version: 1,
    voidedAt: null,
    record: {
      full_name: "Lineo Mokoena",
      date_of_birth: "1988-07-04",
      gender: "F",
      contact_details: "+26657123456",
      file_number: `OPD-${++numbers}`,
      ...record,
    },
  };
}

export function newDepartment(fields: Partial<Department> = {}): Department {
  return { id: v7(), version: 1, name: `Department ${++numbers}`, active: true, ...fields };
}

export function newStaff(fields: Partial<StaffMember> = {}): StaffMember {
  return {
    id: v7(),
    version: 1,
    full_name: "Thabo Letsie",
    username: `staff${++numbers}`,
    password_hash: "$argon2id$v=19$m=19456,t=2,p=1$AAAA$AAAA",
    password_ends_at: null,
    role: "nurse",
    department_id: null,
    active: true,
    ...fields,
  };
}

export function newSession(staffId: string): Session {
  return {
    id: v7(),
    version: 1,
    staffId,
    refresh_id: v7(),
    channel: "api",
    source: "192.0.2.7",
    expiresAt: "2026-03-03T06:15:00.000Z",
    endedAt: null,
  };
}

/** A visit that is not in the database yet. */
export function newVisit(
  { patient, department, clinician }: Clinic,
  fields: Partial<OpenVisitRow> = {},
): OpenVisitRow {
  return {
    id: v7(),
    version: 1,
    patientId: patient.id,
    departmentId: department.id,
    clinicianId: clinician.id,
    visitDate: "2026-03-02",
    visitTime: "08:15",
    voidedAt: null,
    record: { notes: "Cough for three days." },
    ...fields,
  };
}

/** What a visit needs. */
export interface Clinic {
  readonly patient: OpenPatientRow;
  readonly department: Department;
  readonly clinician: StaffMember;
}

/** A patient, a department and a nurse, written. */
export async function newClinic(store: Store): Promise<Clinic> {
  const clinic = { patient: newPatient(), department: newDepartment(), clinician: newStaff() };
  await commit(store, store.departments.insert(clinic.department), store.staff.insert(clinic.clinician));
  await commit(store, store.patients.insert(clinic.patient));
  return clinic;
}

/** Writes changes as one unit. */
export function commit(store: Store, ...changes: Change[]): Promise<void> {
  return store.commit(changes, systemEntry("test.write", NOW));
}

/** The rows of a query, past everything that opens and checks them. */
export function query(store: Store, sql: string, ...args: Value[]): Promise<Row[]> {
  return store.port.read({ sql, args });
}

/** Writes by bare SQL, as somebody with access to the file could. */
export function tamper(store: Store, sql: string, ...args: Value[]): Promise<void> {
  return store.port.write([{ sql, args }], true);
}
