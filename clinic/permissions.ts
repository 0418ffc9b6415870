import { type Role, roles } from "./roles.ts";

const everyone: readonly Role[] = roles;
const frontDesk: readonly Role[] = ["admin", "doctor", "nurse", "receptionist"];
const clinicians: readonly Role[] = ["admin", "doctor", "nurse"];
const doctors: readonly Role[] = ["admin", "doctor"];
const administrators: readonly Role[] = ["admin"];
const auditors: readonly Role[] = ["admin", "auditor"];

/** Which roles may do what, e.g. who may void a visit. What is not in this table is not allowed. */
export const permissions = {
  "patient.list": frontDesk,
  "patient.read": frontDesk,
  "patient.search": frontDesk,
  "patient.find_duplicates": frontDesk,
  "patient.register": frontDesk,
  "patient.change": frontDesk,
  "patient.void": doctors,
  "patient.restore": doctors,
  "patient.see_voided": doctors,
  "patient.suggest_file_number": frontDesk,
  "patient.read_history": clinicians,

  "visit.list": frontDesk,
  "visit.read": frontDesk,
  "visit.read_notes": clinicians,
  "visit.log": frontDesk,
  "visit.change": clinicians,
  "visit.void": doctors,
  "visit.restore": doctors,
  "visit.see_voided": doctors,
  "visit.read_history": clinicians,
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

  "audit.read": auditors,
  "audit.verify": auditors,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof permissions;

/** Whether a role may do something. */
export function mayDo(role: Role, action: Action): boolean {
  const allowed: readonly Role[] | undefined = permissions[action];
  return allowed?.includes(role) ?? false; // an action that is not in the table is closed
}
