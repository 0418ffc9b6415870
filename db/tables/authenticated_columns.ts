import type { Buffer } from "node:buffer";
import type { Place } from "@/db/crypto/associated_data.ts";

/**
 * What is authenticated with the sealed record of each table: its id, its version, and those of its readable columns that
 * mean something. If SQL changes one of them the record does not open (see crypto/associated_data.ts, which adds the
 * database, the key and the table). The order of the columns is stored in every record: it never changes.
 */

/** A row's place without what is the same for all tables. */
export type RowPlace = Omit<Place, "column">;

interface Versioned {
  readonly id: string;
  /** Counts the row's changes from 1: an older record of the same row does not open either. */
  readonly version: number;
}

export interface PatientColumns extends Versioned {
  readonly voidedAt: string | null;
}

export function patientPlace({ id, version, voidedAt }: PatientColumns): RowPlace {
  return { table: "patient", id, version, readableColumns: [voidedAt] };
}

export interface VisitColumns extends Versioned {
  readonly patientId: string;
  readonly departmentId: string;
  readonly clinicianId: string;
  readonly visitDate: string;
  readonly visitTime: string;
  readonly voidedAt: string | null;
}

export function visitPlace(row: VisitColumns): RowPlace {
  const { id, version, patientId, departmentId, clinicianId, visitDate, visitTime, voidedAt } = row;
  const readableColumns = [patientId, departmentId, clinicianId, visitDate, visitTime, voidedAt];
  return { table: "visit", id, version, readableColumns };
}

export interface DepartmentColumns extends Versioned {
  readonly active: boolean;
  readonly nameTag: Buffer;
}

export function departmentPlace({ id, version, active, nameTag }: DepartmentColumns): RowPlace {
  const readableColumns = [String(active), nameTag.toString("hex")];
  return { table: "department", id, version, readableColumns };
}

export interface StaffColumns extends Versioned {
  readonly role: string;
  readonly active: boolean;
  readonly usernameTag: Buffer;
}

export function staffPlace({ id, version, role, active, usernameTag }: StaffColumns): RowPlace {
  const readableColumns = [role, String(active), usernameTag.toString("hex")];
  return { table: "staff", id, version, readableColumns };
}

export interface SessionColumns extends Versioned {
  readonly staffId: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
}

export function sessionPlace({ id, version, staffId, expiresAt, endedAt }: SessionColumns): RowPlace {
  return { table: "session", id, version, readableColumns: [staffId, expiresAt, endedAt] };
}

/** The manifest of the name index's snapshot. */
export function nameIndexPlace(version: number): RowPlace {
  return { table: "name_index", id: "1", version, readableColumns: [] };
}
