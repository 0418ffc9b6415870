import { randomBytes, timingSafeEqual } from "node:crypto";
import { Buffer } from "node:buffer";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import type { StaffMember } from "@/db/tables/staff.ts";
import type { Clinic, Scope } from "@/clinic/clinic.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { fullName, password, username } from "@/clinic/fields.ts";
import { requireGoodPassword } from "@/clinic/access/password_policy.ts";
import { commit } from "@/clinic/verb.ts";

const LINK_MINUTES = 30;

export const firstAdministrator = z.strictObject({ full_name: fullName, username, password });
export type FirstAdministrator = z.infer<typeof firstAdministrator>;

/**
 * The secret of the set-up link: one per start, single-use, for 30 minutes, and of no use once there is an
 * administrator. It is kept in memory alone.
 */
export class SetUpLink {
  readonly secret = randomBytes(24).toString("base64url");
  readonly #endsAt: number;
  #used = false;

  constructor(private readonly now: () => Date) {
    this.#endsAt = now().getTime() + LINK_MINUTES * 60_000;
  }

  /** Whether `secret` opens the set-up now. */
  opens(secret: string): boolean {
    const input = Buffer.from(secret), own = Buffer.from(this.secret);
    const same = input.length === own.length && timingSafeEqual(input, own);
    return same && !this.#used && this.now().getTime() < this.#endsAt;
  }

  use(): void {
    this.#used = true;
  }
}

/** Whether nobody administers the clinic yet. */
export function needsSetUp({ store }: Clinic): boolean {
  return ![...store.directory.staff.values()].some(({ role, active }) => role === "admin" && active);
}

/**
 * Makes the first administrator; whoever starts the program or holds the set-up link may, while there is none.
 * @throws ClinicError already_set_up | validation_failed | username_taken
 */
export async function setUp(scope: Scope, input: FirstAdministrator): Promise<StaffMember> {
  const { clinic } = scope;
  if (!needsSetUp(clinic)) throw new ClinicError("already_set_up");
  await requireGoodPassword("password", input.password, input);
  const person = await newAdministrator(clinic, input, null);
  await commit(scope, "system.set_up", [clinic.store.staff.insertFirstAdministrator(person)]);
  return person;
}

/** As setUp(), by the link's secret, which is used up by it. @throws ClinicError as setUp, not_found */
export async function setUpByLink(
  scope: Scope,
  secret: string,
  input: FirstAdministrator,
): Promise<StaffMember> {
  if (!scope.clinic.setUp.opens(secret)) throw new ClinicError("not_found");
  const person = await setUp(scope, input);
  scope.clinic.setUp.use();
  return person;
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
