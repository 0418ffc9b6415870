import { type Role, roles } from "./roles.ts";

const everyone: readonly Role[] = roles;
const frontDesk: readonly Role[] = ["admin", "doctor", "nurse", "receptionist"];
const cliniciansAndAdmin: readonly Role[] = ["admin", "doctor", "nurse"];
const doctorsAndAdmin: readonly Role[] = ["admin", "doctor"];
const administrators: readonly Role[] = ["admin"];
const auditorsAndAdmin: readonly Role[] = ["admin", "auditor"];

/** Which roles may do what, e.g. who may void a visit. What is not in this table is not allowed. */
export const permissions = {
  "patient.list": frontDesk,
  "patient.read": frontDesk,
  "patient.search": frontDesk,
  "patient.find_duplicates": frontDesk,
  "patient.register": frontDesk,
  "patient.change": frontDesk,
  "patient.void": doctorsAndAdmin,
  "patient.restore": doctorsAndAdmin,
  "patient.see_voided": doctorsAndAdmin,
  "patient.suggest_file_number": frontDesk,
  "patient.read_history": cliniciansAndAdmin,

  "visit.list": frontDesk,
  "visit.read": frontDesk,
  "visit.read_notes": cliniciansAndAdmin,
  "visit.log": frontDesk,
  "visit.change": cliniciansAndAdmin,
  "visit.void": doctorsAndAdmin,
  "visit.restore": doctorsAndAdmin,
  "visit.see_voided": doctorsAndAdmin,
  "visit.read_history": cliniciansAndAdmin,
  "visit.count": everyone,

  "department.list": everyone,
  "department.read": everyone,
  "department.add": administrators,
  "department.change": administrators,
  "department.read_history": administrators,

  "staff.list": everyone,
  "staff.read": everyone,
  "staff.add": administrators,
  "staff.change": administrators,
  "staff.reset_password": administrators,
  "staff.read_account": administrators,
  "staff.read_history": administrators,

  "session.end": everyone,
  "session.list_own": everyone,
  "password.change": everyone,
  "language.change": everyone,

  "system.locate_key": administrators,

  "audit.read": auditorsAndAdmin,
  "audit.verify": auditorsAndAdmin,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

/** Whether a role may do something. */
export function mayDo(role: Role, action: Action): boolean {
  const allowed: readonly Role[] | undefined = permissions[action];
  return allowed?.includes(role) ?? false; // an action that is not in the table is closed
}
