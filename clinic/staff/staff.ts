import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { StaffMember as StaffRow } from "@/db/tables/staff.ts";
import type { Clinic, ClinicScope } from "@/clinic/clinic.ts";
import { currentStaffMember } from "@/clinic/current_rows.ts";
import { ClinicError, invalid } from "@/clinic/errors.ts";
import { fullName, idInBody, initialPassword, username } from "@/clinic/fields.ts";
import { type ChangeRequest, isEmptyChange, updateRow } from "@/clinic/update_row.ts";
import { initialPasswordEnd, oneTimePassword } from "@/clinic/access/password_policy.ts";
import { changesEndingSessions } from "@/clinic/access/end_sessions.ts";
import { type Role, roles } from "@/clinic/roles.ts";
import { command, query } from "@/clinic/verb.ts";

// This folder is the members of staff: their accounts, what each may set for themselves, and how the first administrator is
// made. Signing in is in clinic/access/.

const role = z.enum(roles).describe("what the person may do");
const department = idInBody.nullable().optional().describe("needed for all but admin and auditor");

export const newStaffMember = z.strictObject({
  full_name: fullName,
  username,
  password: initialPassword,
  role,
  department_id: department,
});
export type NewStaffMember = z.infer<typeof newStaffMember>;

/** As newStaffMember, for a password that the program makes. */
export const newStaffAccount = newStaffMember.omit({ password: true });
export type NewStaffAccount = z.infer<typeof newStaffAccount>;

export const staffChange = z.strictObject({
  full_name: fullName,
  role,
  department_id: department,
  active: z.boolean(),
}).partial();
export type StaffChange = z.infer<typeof staffChange>;

export interface StaffMember {
  readonly user_id: string;
  readonly full_name: string;
  readonly role: Role;
  readonly department: string | null;
  /** Only where inactive ones are listed too, or one member of staff is viewed. */
  readonly active?: boolean;
}
export interface FullStaffMember extends StaffMember {
  readonly department_id: string | null;
  readonly active: boolean;
}

/** The staff by name: the active ones, or all of them. */
export const listStaff = query("staff.list", (scope, { withInactive }: { withInactive: boolean }) => {
  const rows = [...scope.clinic.store.directory.staff.values()].filter(({ active }) =>
    active || withInactive
  );
  rows.sort((a, b) => a.full_name.localeCompare(b.full_name) || (a.id < b.id ? -1 : 1));
  return Promise.resolve(
    rows.map((row) => withInactive ? toStaffMemberWithActive(scope, row) : toStaffMember(scope, row)),
  );
});

/** One member of staff and the record's version. @throws ClinicError not_found */
export const viewStaffMember = query("staff.read", (scope, { id }: { id: string }) => {
  const row = scope.clinic.store.directory.staff.get(id);
  if (!row) throw new ClinicError("not_found");
  return Promise.resolve({ version: row.version, view: toFullStaffMember(scope, row) });
});

/** Adds a member of staff, with a password that expires unless its owner changes it. @throws ClinicError */
export const addStaffMember = command("staff.add", async ({ clinic, commit }, input: NewStaffMember) => {
  const row = await buildStaffRow(clinic, input, initialPasswordEnd(clinic.now()));
  await commit(clinic.store.staff.insert(row));
  return { id: row.id, version: row.version };
});

/**
 * As addStaffMember, with a one-time password that is returned here and stored nowhere; `endsAt` is an instant, UTC.
 * @throws ClinicError username_taken | validation_failed | busy
 */
export const addStaffMemberWithOneTimePassword = command(
  "staff.add",
  async ({ clinic, commit }, input: NewStaffAccount) => {
    const password = oneTimePassword();
    const endsAt = initialPasswordEnd(clinic.now());
    const row = await buildStaffRow(clinic, { ...input, password }, endsAt);
    await commit(clinic.store.staff.insert(row));
    return { id: row.id, version: row.version, password, endsAt };
  },
);

/**
 * A member of staff changes name, role or department, or is deactivated, and with that signed out everywhere at once.
 * @throws ClinicError not_found | last_administrator | version_conflict | validation_failed
 */
export const changeStaffMember = command(
  "staff.change",
  ({ clinic, commit }, { id, change, ifVersion }: ChangeRequest<StaffChange>) =>
    updateRow(() => currentStaffMember(clinic, id), ifVersion, async (row) => {
      if (isEmptyChange(change)) return { id, version: row.version };
      const revised = { ...row, ...change, department_id: row.department_id, version: row.version + 1 };
      const wanted = change.department_id === undefined ? row.department_id : change.department_id;
      if (change.role !== undefined || change.department_id !== undefined) {
        revised.department_id = validateDepartment(clinic, revised.role, wanted, row.department_id);
      }
      const ending = revised.active ? [] : changesEndingSessions(clinic, id);
      await commit(clinic.store.staff.update(revised), ...ending);
      return { id, version: revised.version };
    }),
);

/** Sets a one-time password and signs the member of staff out everywhere. @throws ClinicError not_found */
export const resetPassword = command(
  "staff.reset_password",
  async ({ clinic, commit }, { id }: { id: string }) => {
    const password = oneTimePassword();
    const hash = await clinic.passwords.hash(password);
    return updateRow(() => currentStaffMember(clinic, id), undefined, async (row) => {
      const ends = initialPasswordEnd(clinic.now());
      const revised = { ...row, password_hash: hash, password_ends_at: ends, version: row.version + 1 };
      await commit(clinic.store.staff.update(revised), ...changesEndingSessions(clinic, id));
      return { id, password, endsAt: ends };
    });
  },
);

async function buildStaffRow(
  clinic: Clinic,
  input: NewStaffMember,
  passwordEndsAt: string,
): Promise<StaffRow> {
  const departmentId = validateDepartment(clinic, input.role, input.department_id ?? null);
  return {
    id: uuidv7(),
    version: 1,
    full_name: input.full_name,
    username: input.username,
    password_hash: await clinic.passwords.hash(input.password),
    password_ends_at: passwordEndsAt,
    role: input.role,
    department_id: departmentId,
    active: true,
  };
}

/** Clinicians and receptionists belong to a department. One may stay in a department that was deactivated. */
function validateDepartment(
  { store }: Clinic,
  role: Role,
  departmentId: string | null,
  now?: string | null,
): string | null {
  if (departmentId === null) {
    if (role === "admin" || role === "auditor") return null;
    throw invalid("department_id", "required", "This role needs a department.");
  }
  const found = store.directory.departments.get(departmentId);
  if (!found) throw invalid("department_id", "unknown_department", "There is no such department.");
  if (!found.active && departmentId !== now) {
    throw invalid("department_id", "inactive_department", "This department is no longer in use.");
  }
  return departmentId;
}

function toStaffMember(
  { clinic }: ClinicScope,
  { id, full_name, role, department_id }: StaffRow,
): StaffMember {
  const department = department_id === null
    ? undefined
    : clinic.store.directory.departments.get(department_id);
  return { user_id: id, full_name, role, department: department?.name ?? null };
}

function toStaffMemberWithActive(scope: ClinicScope, row: StaffRow): StaffMember {
  return { ...toStaffMember(scope, row), active: row.active };
}

function toFullStaffMember(scope: ClinicScope, row: StaffRow): FullStaffMember {
  return { ...toStaffMember(scope, row), department_id: row.department_id, active: row.active };
}
