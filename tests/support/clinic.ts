import { createApi, type Failure } from "@/api/app.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { type Role, roles } from "@/clinic/roles.ts";
import { setUp } from "@/clinic/staff/set_up.ts";
import { addDepartment } from "@/clinic/departments/departments.ts";
import { addStaffMember } from "@/clinic/staff/staff.ts";
import { openDatabase } from "@/cli/open_database.ts";
import { readSettings } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";
import { sourceAddress } from "@/cli/serve/source_address.ts";
import { web } from "@/cli/serve/web.ts";
import { sqldAvailable, startSqld } from "./sqld.ts";

/** A clinic on a real database behind real HTTP on loopback, with somebody of every role. Close it with `await using`. */
export interface TestClinic extends AsyncDisposable {
  readonly url: string;
  readonly clinic: Clinic;
  /** Where data and configuration lie, each a folder of its own. */
  readonly data: string;
  readonly config: string;
  /** Everything that a failing answer put into the log. */
  readonly failures: Failure[];
  /** The access token of somebody of this role. */
  token(role: Role): string;
  /** Ids made with the clinic: one department, and a member of staff of each role. */
  readonly departmentId: string;
  readonly staffIds: Readonly<Record<Role, string>>;
  /** Sends a request; `as` signs it with a role's token, `body` is sent as JSON. */
  ask(method: string, path: string, sent?: Sent): Promise<Answer>;
  /** Moves the clinic's clock on (or back) by so many seconds. */
  advance(seconds: number): void;
}

export interface Sent {
  readonly as?: Role;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where there is none. */
  // deno-lint-ignore no-explicit-any -- tests look into answers freely, and assert what they find
  readonly json: any;
}

/** The databases that everything must work on. */
export type Kind = "local" | "local, pages plain" | "sqld";
export const kinds: readonly { name: Kind; ignore: boolean }[] = [
  { name: "local", ignore: false },
  { name: "sqld", ignore: !sqldAvailable },
];

export const PASSWORDS: Readonly<Record<Role, string>> = {
  admin: "seven blankets drying",
  doctor: "password123",
  nurse: "securepass",
  receptionist: "reception-1",
  auditor: "auditor-pass",
};

/** Starts a clinic. */
export async function testClinic(kind: Kind = "local"): Promise<TestClinic> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-test-" });
  const sqld = kind === "sqld" ? await startSqld() : undefined;
  const clock = { offset: 0 };
  const now = () => new Date(Date.now() + clock.offset);
  const settings = readSettings(databaseOptions, [], {
    DOVMS_DATA: `${folder}/data`,
    DOVMS_DATABASE_URL: sqld?.url,
    DOVMS_PAGE_ENCRYPTION: kind === "local, pages plain" ? "off" : undefined,
  });
  const env = { variables: {}, folders: { config: `${folder}/config` }, now };
  const database = await openDatabase(settings, env, false);
  const { clinic } = database;
  const failures: Failure[] = [];
  const onFailure = (failure: Failure) => void failures.push(failure);
  const api = createApi(clinic.handle, {
    version: "test",
    corsOrigins: ["https://app.example.org"],
    onFailure,
  });
  const consoleHandler = () => new Response("no console here", { status: 404 });
  const sourceOf = sourceAddress(undefined);
  const handler = web({ clinic: clinic.handle, api, consoleHandler, sourceOf, https: false, onFailure });
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  const url = `http://127.0.0.1:${server.addr.port}`;
  const people = await staffed(clinic);
  const tokens = new Map<Role, string>();
  const signingIn = roles.map(async (role) => tokens.set(role, await signIn(url, role)));
  await Promise.all(signingIn);

  return {
    url,
    clinic,
    data: `${folder}/data`,
    config: `${folder}/config`,
    failures,
    ...people,
    token: (role) => tokens.get(role)!,
    ask: (method, path, sent = {}) => ask(url, method, path, sent, tokens),
    advance: (seconds) => clock.offset += seconds * 1_000,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await database.close();
      await sqld?.stop();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function staffed(clinic: Clinic) {
  const scope = { clinic, actor: null, source: "test" };
  const admin = await setUp(scope, {
    full_name: "Mme Puleng",
    username: "admin1",
    password: PASSWORDS.admin,
  });
  const asAdmin = { ...scope, actor: { staffId: admin.id, sessionId: "test", role: "admin" as const } };
  const { id: departmentId } = await addDepartment(asAdmin, { name: "General Outpatient" });
  const join = async (role: Role, full_name: string) => {
    const given = {
      full_name,
      username: `${role}1`,
      password: PASSWORDS[role],
      role,
      department_id: departmentId,
    };
    return (await addStaffMember(asAdmin, given)).id;
  };
  const [doctor, nurse, receptionist, auditor] = await Promise.all([
    join("doctor", "Dr. Thabo"),
    join("nurse", "Nurse Lebo"),
    join("receptionist", "Ntate Mpho"),
    join("auditor", "Mme Lineo"),
  ]);
  return { departmentId, staffIds: { admin: admin.id, doctor, nurse, receptionist, auditor } };
}

async function signIn(url: string, role: Role): Promise<string> {
  const body = { username: `${role}1`, password: PASSWORDS[role] };
  const { status, json } = await ask(url, "POST", "/api/auth/login/", { body }, new Map());
  if (status !== 200) throw new ClinicError("invalid_credentials");
  return json.access;
}

async function ask(
  url: string,
  method: string,
  path: string,
  sent: Sent,
  tokens: Map<Role, string>,
): Promise<Answer> {
  const headers = new Headers(sent.headers);
  if (sent.as) headers.set("authorization", `Bearer ${tokens.get(sent.as)}`);
  if (sent.body !== undefined && !headers.has("content-type")) {
    headers.set("content-type", "application/json");
  }
  const body = sent.body === undefined ? undefined : asText(sent.body);
  const response = await fetch(url + path, { method, headers, body, redirect: "manual" });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text ? JSON.parse(text) : undefined,
  };
}

function asText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
