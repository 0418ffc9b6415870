import type { Clinic } from "@/clinic/clinic.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { requireGoodPassword } from "@/clinic/access/password_policy.ts";
import { type FirstAdministrator, firstAdministrator, setUp } from "@/clinic/staff/set_up.ts";
import { readTextIfExists } from "@/cli/files.ts";
import { UsageError } from "@/cli/command_line/options.ts";
import type { Output } from "@/cli/command_line/output.ts";
import type { ServerSettings } from "@/cli/command_line/settings.ts";

/**
 * The first administrator that settings name, checked, before anything is made; undefined when they name none.
 * @throws UsageError
 */
export async function firstAdministratorOf(
  settings: ServerSettings,
): Promise<FirstAdministrator | undefined> {
  const { adminUsername: username } = settings;
  if (username === undefined) return undefined;
  const password = await passwordOf(settings);
  const given = firstAdministrator.safeParse({ full_name: username, username, password });
  if (!given.success) throw new UsageError(`DOVMS_ADMIN_USERNAME: ${given.error.issues[0]!.message}`);
  try {
    await requireGoodPassword("password", password, given.data);
  } catch (error) {
    if (!(error instanceof ClinicError)) throw error;
    throw new UsageError(`DOVMS_ADMIN_PASSWORD: ${error.fields[0]?.message ?? error.code}`);
  }
  return given.data;
}

/** Makes the first administrator, or says that there is one already. */
export async function makeFirstAdministrator(
  clinic: Clinic,
  given: FirstAdministrator,
  out: Output,
): Promise<void> {
  try {
    await setUp({ clinic, actor: null, source: "command line" }, given);
  } catch (error) {
    if (!(error instanceof ClinicError && error.code === "already_set_up")) throw error;
    out.line("There is an administrator already: DOVMS_ADMIN_USERNAME and its password are not looked at.");
  }
}

async function passwordOf({ adminPassword, adminPasswordFile }: ServerSettings): Promise<string> {
  if (adminPassword !== undefined) return adminPassword;
  if (adminPasswordFile === undefined) {
    throw new UsageError("DOVMS_ADMIN_USERNAME needs DOVMS_ADMIN_PASSWORD or DOVMS_ADMIN_PASSWORD_FILE");
  }
  const text = await readTextIfExists(adminPasswordFile);
  if (text === undefined) {
    throw new UsageError(`DOVMS_ADMIN_PASSWORD_FILE: there is no file ${adminPasswordFile}`);
  }
  return text.replace(/\r?\n$/, "");
}
