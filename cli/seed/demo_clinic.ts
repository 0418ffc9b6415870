import { v7 as uuidv7 } from "uuid";
import type { Scope } from "@/clinic/clinic.ts";
import { initialPasswordEnd, oneTimePassword } from "@/clinic/access/password_policy.ts";
import { commit } from "@/clinic/verb.ts";
import { foldDepartmentName, foldUsername } from "@/db/crypto/normalise.ts";
import { demoDepartments, demoStaff } from "./demo_departments.ts";
import { inventName } from "./names.ts";
import type { Random } from "./random.ts";

/** Where demo visits can take place. */
export interface DemoClinic {
  /** By the department's name: its id and its clinician's. */
  readonly rooms: ReadonlyMap<string, { departmentId: string; clinicianId: string }>;
  /** Those who were made now, with the one-time passwords nobody else has. */
  readonly newcomers: readonly Newcomer[];
}
export interface Newcomer {
  readonly username: string;
  readonly role: string;
  readonly department: string;
  readonly password: string;
}

/** The demo departments and staff cannot be had beside what the clinic has already; says why. */
export class NoRoom extends Error {
  override name = "NoRoom";
}

/** Makes the departments and staff of the demo clinic, or takes those that are there. @throws NoRoom */
export async function setUpDemoClinic(scope: Scope, random: Random): Promise<DemoClinic> {
  const departments = new Map<string, string>();
  for (const { name } of demoDepartments) departments.set(name, await departmentOf(scope, name));
  const newcomers: Newcomer[] = [];
  const clinicians = new Map<string, string>();
  for (const post of demoStaff) {
    const name = inventName(random, random.chance(60), 20);
    const found = memberOf(scope, post.username, post.role);
    const id = found ?? await hire(scope, post, name, departments.get(post.department)!, newcomers);
    if (post.role !== "receptionist") clinicians.set(post.department, id);
  }
  const rooms = [...departments].map(([name, departmentId]) =>
    [name, { departmentId, clinicianId: clinicians.get(name)! }] as const
  );
  return { rooms: new Map(rooms), newcomers };
}

async function departmentOf(scope: Scope, name: string): Promise<string> {
  const { directory, departments } = scope.clinic.store;
  const folded = foldDepartmentName(name);
  const found = [...directory.departments.values()].find((row) => foldDepartmentName(row.name) === folded);
  if (found && !found.active) throw new NoRoom(`the department ${name} is no longer in use`);
  if (found) return found.id;
  const row = { id: uuidv7(), version: 1, name, active: true };
  await commit(scope, "operator.seed", [departments.insert(row)]);
  return row.id;
}

function memberOf({ clinic }: Scope, username: string, role: string): string | undefined {
  const folded = foldUsername(username);
  const found = [...clinic.store.directory.staff.values()].find((row) =>
    foldUsername(row.username) === folded
  );
  if (found && !(found.active && found.role === role)) {
    throw new NoRoom(`${username} is there but not at work as a ${role}`);
  }
  return found?.id;
}

async function hire(
  scope: Scope,
  { username, role, department }: typeof demoStaff[number],
  fullName: string,
  departmentId: string,
  newcomers: Newcomer[],
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
  newcomers.push({ username, role, department, password });
  return row.id;
}
