import type { StaffMember } from "@/db/tables/staff.ts";
import { foldUsername } from "@/db/crypto/fold_identifiers.ts";
import type { Clinic, ClinicScope } from "@/clinic/clinic.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { initialPasswordEnd, oneTimePassword, requireGoodPassword } from "@/clinic/access/password_policy.ts";
import { changesEndingSessions } from "@/clinic/access/end_sessions.ts";
import { type FirstAdministrator, newAdministrator } from "./set_up.ts";
import { commit } from "@/clinic/commit.ts";

/**
 * What can be done from the command line, without an account: who runs it has the data folder and its key anyway. In the
 * audit these actions begin with `operator.`.
 */

/** A password to hand to its owner; it expires after 7 days unless changed. */
export interface OneTimePassword {
  readonly password: string;
  readonly endsAt: string;
}

/** Makes an administrator with a password of their own choice. @throws ClinicError username_taken | validation_failed */
export async function createAdministrator(clinic: Clinic, input: FirstAdministrator): Promise<void> {
  await requireGoodPassword("password", input.password, input);
  await insert(clinic, await newAdministrator(clinic, input, null));
}

/** Makes an administrator with a one-time password. @throws ClinicError username_taken */
export async function createAdministratorWithoutPassword(
  clinic: Clinic,
  input: Omit<FirstAdministrator, "password">,
): Promise<OneTimePassword> {
  const one = newOneTimePassword(clinic);
  await insert(clinic, await newAdministrator(clinic, { ...input, password: one.password }, one.endsAt));
  return one;
}

/** Sets a one-time password and signs its owner out everywhere. @throws ClinicError not_found */
export async function resetPasswordOf(clinic: Clinic, username: string): Promise<OneTimePassword> {
  const { store } = clinic;
  await store.directory.current();
  const folded = foldUsername(username);
  const person = [...store.directory.staff.values()].find((row) => foldUsername(row.username) === folded);
  if (!person) throw new ClinicError("not_found");
  const one = newOneTimePassword(clinic);
  const hash = await clinic.passwords.hash(one.password);
  const revised = {
    ...person,
    password_hash: hash,
    password_ends_at: one.endsAt,
    version: person.version + 1,
  };
  const changes = [store.staff.update(revised), ...changesEndingSessions(clinic, person.id)];
  await commit(operator(clinic), "operator.reset_password", changes);
  return one;
}

async function insert(clinic: Clinic, person: StaffMember): Promise<void> {
  await commit(operator(clinic), "operator.create_administrator", [clinic.store.staff.insert(person)]);
}

function newOneTimePassword({ now }: Clinic): OneTimePassword {
  return { password: oneTimePassword(), endsAt: initialPasswordEnd(now()) };
}

function operator(clinic: Clinic): ClinicScope {
  return { clinic, actor: null, source: "command line" };
}
