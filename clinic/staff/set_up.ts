import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { StaffMember } from "@/db/tables/staff.ts";
import { type Clinic, clinicOf, type ClinicScope } from "@/clinic/clinic.ts";
import type { ClinicHandle, Scope } from "@/clinic/scope.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { fullName, password, username } from "@/clinic/fields.ts";
import { type ConsoleSession, startConsoleSession } from "@/clinic/access/console_sessions.ts";
import { requireGoodPassword } from "@/clinic/access/password_policy.ts";
import { commit } from "@/clinic/commit.ts";

export const firstAdministrator = z.strictObject({ full_name: fullName, username, password });
export type FirstAdministrator = z.infer<typeof firstAdministrator>;

/** Whether the clinic has no active administrator. */
export function needsSetUp(clinic: ClinicHandle): boolean {
  return ![...clinicOf(clinic).store.directory.staff.values()].some(({ role, active }) =>
    role === "admin" && active
  );
}

/** Whether `secret` is that of the set-up link, and the link can still be used. */
export function isSetUpOpen(clinic: ClinicHandle, secret: string): boolean {
  return clinicOf(clinic).setUp.opens(secret) && needsSetUp(clinic);
}

/**
 * Makes the first administrator, where there is none yet: for who starts the program or has the set-up link.
 * @throws ClinicError already_set_up | validation_failed | username_taken
 */
export async function setUp(scope: ClinicScope, input: FirstAdministrator): Promise<StaffMember> {
  const { clinic } = scope;
  if (!needsSetUp(clinic)) throw new ClinicError("already_set_up");
  await requireGoodPassword("password", input.password, input);
  const person = await newAdministrator(clinic, input, null);
  await commit(scope, "system.set_up", [clinic.store.staff.insertFirstAdministrator(person)]);
  return person;
}

/**
 * As setUp(), by the link's secret, which is used up by it; the new administrator is signed in to the console.
 * @throws ClinicError as setUp, not_found
 */
export async function setUpByLink(
  scope: Scope,
  secret: string,
  input: FirstAdministrator,
  userAgent: string | null,
): Promise<ConsoleSession> {
  const clinic = clinicOf(scope.clinic);
  if (!clinic.setUp.opens(secret)) throw new ClinicError("not_found");
  const ownScope = { ...scope, clinic };
  const person = await setUp(ownScope, input);
  clinic.setUp.use();
  return await startConsoleSession(ownScope, person, userAgent);
}

/** The row of an administrator; `passwordEndsAt` is null for a password of their own choice. */
export async function newAdministrator(
  clinic: Clinic,
  input: FirstAdministrator,
  passwordEndsAt: string | null,
): Promise<StaffMember> {
  return {
    id: uuidv7(),
    version: 1,
    full_name: input.full_name,
    username: input.username,
    password_hash: await clinic.passwords.hash(input.password),
    password_ends_at: passwordEndsAt,
    role: "admin",
    department_id: null,
    active: true,
  };
}
