import assert from "node:assert/strict";
import type { Role } from "@/clinic/roles.ts";
import { type Answer, type Kind, kinds, PASSWORDS, type Sent, testClinic } from "@/tests/support/clinic.ts";
import type { TestClinic } from "@/tests/support/clinic.ts";
import { assertDocumented } from "@/tests/support/openapi_check.ts";

/** The API of a test clinic; every answer is checked against the OpenAPI document. */
export interface TestApi {
  readonly clinic: TestClinic;
  ask(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** Registers a patient with these fields, the others being usual ones; gives the id. */
  registerPatient(fields?: Record<string, unknown>): Promise<string>;
  /** Logs a visit with these fields, the others being usual ones; gives the id. */
  logVisit(patientId: string, fields?: Record<string, unknown>): Promise<string>;
  /** Signs in and gives the tokens. */
  signIn(username: string, password: string): Promise<{ access: string; refresh: string }>;
  /** Signs in anew; gives the header that authenticates requests of that session. */
  newSignIn(role: Role): Promise<Record<string, string>>;
  /** Adds a member of staff with the password `initial-pass`; gives the id. */
  addStaffMember(username: string, role: Role): Promise<string>;
}

/** A test of one clinic on a local database file. */
export function apiTest(name: string, work: (api: TestApi, t: Deno.TestContext) => Promise<void>): void {
  Deno.test(name, (t) => withApi("local", (api) => work(api, t)));
}

/** A test that runs on every kind of database. */
export function apiTestOnEveryDatabase(
  name: string,
  work: (api: TestApi, t: Deno.TestContext) => Promise<void>,
): void {
  for (const { name: kind, ignore } of kinds) {
    Deno.test({
      name: `${name} (${kind})`,
      ignore,
      fn: (t) => withApi(kind, (api) => work(api, t)),
    });
  }
}

async function withApi(kind: Kind, work: (api: TestApi) => Promise<void>): Promise<void> {
  await using clinic = await testClinic(kind);
  await work(testApi(clinic));
}

function testApi(clinic: TestClinic): TestApi {
  const ask: TestApi["ask"] = async (method, path, sent) => {
    const answer = await clinic.ask(method, path, sent);
    assertDocumented(method, path, answer);
    return answer;
  };
  const create = async (path: string, body: unknown, as: Role, key: string): Promise<string> => {
    const { status, json, text } = await ask("POST", path, { as, body });
    assert.equal(status, 201, text);
    return json[key];
  };
  const signIn: TestApi["signIn"] = async (username, password) => {
    const { status, json, text } = await ask("POST", "/api/auth/login/", { body: { username, password } });
    assert.equal(status, 200, text);
    return json;
  };
  return {
    clinic,
    ask,
    signIn,
    registerPatient: (fields) => create("/api/patients/", patientBody(fields), "receptionist", "patient_id"),
    logVisit: (id, fields) => create("/api/visits/", visitBody(clinic, id, fields), "doctor", "visit_id"),
    newSignIn: async (role) => bearer((await signIn(`${role}1`, PASSWORDS[role])).access),
    addStaffMember: (username, role) =>
      create("/api/staff/", staffBody(clinic, username, role), "admin", "user_id"),
  };
}

/** A body that registers a patient, with a file number of its own. */
export function patientBody(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    full_name: "Pohano Pohano",
    date_of_birth: "2000-01-01",
    gender: "M",
    contact_details: "+26612345678",
    file_number: `F-${crypto.randomUUID().slice(0, 13)}`,
    ...fields,
  };
}

/** A body that logs a visit. */
export function visitBody(
  { departmentId, staffIds }: TestClinic,
  patientId: string,
  fields: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    patient_id: patientId,
    department_id: departmentId,
    doctor_id: staffIds.doctor,
    visit_date: "2025-12-23",
    visit_time: "09:30",
    notes: "Routine check-up",
    ...fields,
  };
}

function staffBody({ departmentId }: TestClinic, username: string, role: Role) {
  return { full_name: username, username, password: "initial-pass", role, department_id: departmentId };
}

/** The header of a token. */
export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** The status and the wrong fields with their codes, e.g. `400 notes:wrong_type`. */
export function statusAndErrors({ status, json }: Answer): string {
  const errors: { field: string; code: string }[] = json?.errors ?? [];
  return [status, ...errors.map(({ field, code }) => `${field}:${code}`)].join(" ");
}
