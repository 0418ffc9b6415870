import { v7 as uuidv7 } from "uuid";
import type { ClinicScope } from "@/clinic/clinic.ts";
import { initialPasswordEnd, oneTimePassword } from "@/clinic/access/password_policy.ts";
import { commit } from "@/clinic/commit.ts";
import { foldDepartmentName, foldUsername } from "@/db/crypto/fold_identifiers.ts";
import { demoDepartments } from "./demo_departments.ts";
import { demoStaff } from "./demo_staff.ts";
import { randomName } from "./names.ts";
import type { Random } from "./random.ts";

/** Where the visits of a demo clinic take place. */
export interface DemoClinic {
  /** By the department's name: its id and its clinician's. */
  readonly departments: ReadonlyMap<string, { departmentId: string; clinicianId: string }>;
  /** Staff added just now, with their one-time passwords, which are stored nowhere else. */
  readonly newStaff: readonly NewStaffMember[];
}
export interface NewStaffMember {
  readonly username: string;
  readonly role: string;
  readonly department: string;
  readonly password: string;
}

/** A demo department or member of staff exists already, but is not fit for demo visits; says why. */
export class DemoConflict extends Error {
  override name = "DemoConflict";
}

/** Adds the departments and staff of the demo clinic that do not exist yet. @throws DemoConflict */
export async function setUpDemoClinic(scope: ClinicScope, random: Random): Promise<DemoClinic> {
  const departmentIds = new Map<string, string>();
  for (const { name } of demoDepartments) departmentIds.set(name, await findOrAddDepartment(scope, name));
  const newStaff: NewStaffMember[] = [];
  const clinicians = new Map<string, string>();
  for (const member of demoStaff) {
    const name = randomName(random, random.chance(60), 20);
    const id = findStaff(scope, member.username, member.role) ??
      await addStaff(scope, member, name, departmentIds.get(member.department)!, newStaff);
    if (member.role !== "receptionist") clinicians.set(member.department, id);
  }
  const departments = [...departmentIds].map(([name, departmentId]) =>
    [name, { departmentId, clinicianId: clinicians.get(name)! }] as const
  );
  return { departments: new Map(departments), newStaff };
}

async function findOrAddDepartment(scope: ClinicScope, name: string): Promise<string> {
  const { directory, departments } = scope.clinic.store;
  const folded = foldDepartmentName(name);
  const found = [...directory.departments.values()].find((row) => foldDepartmentName(row.name) === folded);
  if (found && !found.active) throw new DemoConflict(`the department ${name} is no longer in use`);
  if (found) return found.id;
  const row = { id: uuidv7(), version: 1, name, active: true };
  await commit(scope, "operator.seed", [departments.insert(row)]);
  return row.id;
}

function findStaff({ clinic }: ClinicScope, username: string, role: string): string | undefined {
  const folded = foldUsername(username);
  const found = [...clinic.store.directory.staff.values()].find((row) =>
    foldUsername(row.username) === folded
  );
  if (found && !(found.active && found.role === role)) {
    throw new DemoConflict(`${username} exists, but is not active as a ${role}`);
  }
  return found?.id;
}

async function addStaff(
  scope: ClinicScope,
  { username, role, department }: typeof demoStaff[number],
  fullName: string,
  departmentId: string,
  newStaff: NewStaffMember[],
): Promise<string> {
  const { clinic } = scope;
  const password = oneTimePassword();
  const row = {
    id: uuidv7(),
    version: 1,
    full_name: fullName,
    username,
    password_hash: await clinic.passwords.hash(password),
    password_ends_at: initialPasswordEnd(clinic.now()),
    role,
    department_id: departmentId,
    active: true,
  };
  await commit(scope, "operator.seed", [clinic.store.staff.insert(row)]);
  newStaff.push({ username, role, department, password });
  return row.id;
}
