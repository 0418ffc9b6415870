import assert from "node:assert/strict";
import type { Scope } from "@/clinic/clinic.ts";
import type { Role } from "@/clinic/roles.ts";
import { addStaffMember } from "@/clinic/staff/staff.ts";
import type { TestConsole } from "./console.ts";
import { signedIn } from "./people.ts";
import { ledTo, type Visitor } from "./visitor.ts";

/** The form of somebody to register. */
export const PATIENT = {
  full_name: "Thabo Mokoena",
  date_of_birth: "1984-06-12",
  age: "",
  gender: "M",
  contact_details: "5811 1111",
  file_number: "100",
};

/** Registers somebody; gives the address of their page. */
export async function register(visitor: Visitor, patient: Record<string, string> = PATIENT): Promise<string> {
  const page = await visitor.post("/patients/new", patient);
  const to = ledTo(page);
  assert.ok(to, page.html.slice(0, 2_000));
  return to.split("?")[0]!;
}

/** The administrator, as the clinic's verbs know who asks. */
export function asAdmin({ clinic }: TestConsole): Scope {
  const admin = [...clinic.store.directory.staff.values()].find(({ role }) => role === "admin")!;
  return { clinic, actor: { staffId: admin.id, sessionId: "test", role: "admin" }, source: "test" };
}

/** Somebody of this role who is signed in with a password of their own. */
export async function somebody(console: TestConsole, role: Role): Promise<Visitor> {
  const [department_id] = console.clinic.store.directory.departments.keys();
  const person = { full_name: `A ${role}`, username: `a-${role}`, password: "firstdays", role };
  await addStaffMember(asAdmin(console), { ...person, department_id });
  const visitor = await signedIn(console, person);
  const own = "four kettles whistle";
  const changed = await visitor.post("/password", { current: person.password, new: own, again: own });
  assert.equal(ledTo(changed), "/?password=changed");
  return visitor;
}
