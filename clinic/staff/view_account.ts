import type { StaffMember as StaffRow } from "@/db/tables/staff.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import { ClinicError } from "@/clinic/errors.ts";
import type { Role } from "@/clinic/roles.ts";
import { query } from "@/clinic/verb.ts";

/** A member of staff as an administrator sees one. */
export interface StaffAccount {
  readonly user_id: string;
  readonly full_name: string;
  readonly username: string;
  readonly role: Role;
  readonly department_id: string | null;
  readonly department: string | null;
  readonly active: boolean;
  /** Chosen by its owner, set by somebody else, or set by somebody else and ended since. */
  readonly password: "own" | "one-time" | "ended";
  /** When one that somebody else set ends or ended (instant, UTC). */
  readonly password_ends_at: string | null;
  readonly version: number;
}

/** One account. @throws ClinicError not_found */
export const viewAccount = query(
  "staff.read_account",
  ({ clinic }, { id }: { id: string }): Promise<StaffAccount> => {
    const row = clinic.store.directory.staff.get(id);
    if (!row) throw new ClinicError("not_found");
    return Promise.resolve(accountOf(clinic, row));
  },
);

function accountOf(clinic: Clinic, row: StaffRow): StaffAccount {
  const { id, full_name, username, role, department_id, active, password_ends_at, version } = row;
  const department = department_id === null
    ? undefined
    : clinic.store.directory.departments.get(department_id);
  return {
    user_id: id,
    full_name,
    username,
    role,
    department_id,
    department: department?.name ?? null,
    active,
    password: passwordState(password_ends_at, clinic.now()),
    password_ends_at,
    version,
  };
}

function passwordState(endsAt: string | null, now: Date): StaffAccount["password"] {
  if (endsAt === null) return "own";
  return endsAt > now.toISOString() ? "one-time" : "ended";
}
