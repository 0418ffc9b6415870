import assert from "node:assert/strict";
import { today } from "@/clinic/calendar.ts";
import type { Scope } from "@/clinic/scope.ts";
import type { Role } from "@/clinic/roles.ts";
import { addStaffMember } from "@/clinic/staff/staff.ts";
import type { TestConsole } from "./console.ts";
import { signedIn } from "./people.ts";
import { ledTo, type Visitor } from "./visitor.ts";

/** A name that would be markup where it is not escaped. */
export const HOSTILE_NAME = `Ts'epo <script>alert(1)</script> "&amp;`;

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

/** Logs a visit of today to the nurse through the form; gives the address of its page. */
export async function logVisit(console: TestConsole, visitor: Visitor, patient: string): Promise<string> {
  const form = visitForm(console, { visit_time: "09:30", notes: "" });
  const logged = await visitor.post(`${patient}/visit`, form);
  assert.match(ledTo(logged) ?? "", /done=logged$/, logged.html.slice(0, 2_000));
  return /href="(\/visits\/[\w-]+)"/.exec((await visitor.get(patient)).html)![1]!;
}

/** The form of a visit of today to the nurse, in the first department. */
export function visitForm({ clinic }: TestConsole, fields: { visit_time: string; notes: string }) {
  const [department_id] = clinic.store.directory.departments.keys();
  const nurse = [...clinic.store.directory.staff.values()].find(({ role }) => role === "nurse");
  return { department_id: department_id!, doctor_id: nurse!.id, visit_date: today(clinic), ...fields };
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
