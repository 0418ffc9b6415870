import assert from "node:assert/strict";
import type { Role } from "@/clinic/roles.ts";
import { type Answer, type Kind, kinds, PASSWORDS, type Sent, testClinic } from "@/tests/support/clinic.ts";
import type { TestClinic } from "@/tests/support/clinic.ts";
import { mustBeDocumented } from "@/tests/support/openapi_check.ts";

/** A clinic at whose desk a test asks: every answer is held against the OpenAPI document. */
export interface Desk {
  readonly clinic: TestClinic;
  ask(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** Registers a patient, whatever the test cares for set in `over`; gives the id. */
  register(over?: Record<string, unknown>): Promise<string>;
  /** Logs a visit; gives the id. */
  log(patientId: string, over?: Record<string, unknown>): Promise<string>;
  /** Signs in and gives the tokens. */
  signIn(username: string, password: string): Promise<{ access: string; refresh: string }>;
  /** A header that signs a request as somebody who signed in just now. */
  freshly(role: Role): Promise<Record<string, string>>;
  /** Adds somebody; gives the id. The password is `initial-pass`. */
  hire(username: string, role: Role): Promise<string>;
}

/** A test of one clinic on a local database. */
export function localTest(name: string, work: (desk: Desk, t: Deno.TestContext) => Promise<void>): void {
  Deno.test(name, (t) => withDesk("local", (desk) => work(desk, t)));
}

/** A test that runs on every kind of database. */
export function everywhere(name: string, work: (desk: Desk, t: Deno.TestContext) => Promise<void>): void {
  for (const { name: kind, ignore } of kinds) {
    Deno.test({
      name: `${name} (${kind})`,
      ignore,
      fn: (t) => withDesk(kind, (desk) => work(desk, t)),
    });
  }
}

async function withDesk(kind: Kind, work: (desk: Desk) => Promise<void>): Promise<void> {
  await using clinic = await testClinic(kind);
  await work(deskOf(clinic));
}

function deskOf(clinic: TestClinic): Desk {
  const ask: Desk["ask"] = async (method, path, sent) => {
    const answer = await clinic.ask(method, path, sent);
    mustBeDocumented(method, path, answer);
    return answer;
  };
  const made = async (path: string, body: unknown, as: Role, key: string): Promise<string> => {
    const { status, json, text } = await ask("POST", path, { as, body });
    assert.equal(status, 201, text);
    return json[key];
  };
  const signIn: Desk["signIn"] = async (username, password) => {
    const { status, json, text } = await ask("POST", "/api/auth/login/", { body: { username, password } });
    assert.equal(status, 200, text);
    return json;
  };
  return {
    clinic,
    ask,
    signIn,
    register: (over) => made("/api/patients/", patientBody(over), "receptionist", "patient_id"),
    log: (id, over) => made("/api/visits/", visitBody(clinic, id, over), "doctor", "visit_id"),
    freshly: async (role) => bearer((await signIn(`${role}1`, PASSWORDS[role])).access),
    hire: (username, role) => made("/api/staff/", staffBody(clinic, username, role), "admin", "user_id"),
  };
}

/** A body that registers a patient, with a file number of its own. */
export function patientBody(over: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    full_name: "Pohano Pohano",
    date_of_birth: "2000-01-01",
    gender: "M",
    contact_details: "+26612345678",
    file_number: `F-${crypto.randomUUID().slice(0, 13)}`,
    ...over,
  };
}

/** A body that logs a visit. */
export function visitBody(
  { departmentId, staffIds }: TestClinic,
  patientId: string,
  over: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    patient_id: patientId,
    department_id: departmentId,
    doctor_id: staffIds.doctor,
    visit_date: "2025-12-23",
    visit_time: "09:30",
    notes: "Routine check-up",
    ...over,
  };
}

function staffBody({ departmentId }: TestClinic, username: string, role: Role) {
  return { full_name: username, username, password: "initial-pass", role, department_id: departmentId };
}

/** The header of a token. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** The status and the fields that are at fault with their codes, e.g. `400 notes:wrong_type`. */
export function verdict({ status, json }: Answer): string {
  const errors: { field: string; code: string }[] = json?.errors ?? [];
  return [status, ...errors.map(({ field, code }) => `${field}:${code}`)].join(" ");
}
