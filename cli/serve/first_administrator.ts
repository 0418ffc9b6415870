import type { Clinic } from "@/clinic/clinic.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { requireGoodPassword } from "@/clinic/access/password_policy.ts";
import { type FirstAdministrator, firstAdministrator, setUp } from "@/clinic/staff/set_up.ts";
import { readPasswordFile } from "@/cli/command_line/named_file.ts";
import { UsageError } from "@/cli/command_line/options.ts";
import type { Output } from "@/cli/command_line/output.ts";
import type { ServerSettings } from "@/cli/command_line/settings.ts";

/**
 * The first administrator that the settings name, checked before anything is created; undefined when they name none.
 *
 * @throws UsageError when the name or the password would not do
 */
export async function readFirstAdministrator(
  settings: ServerSettings,
): Promise<FirstAdministrator | undefined> {
  const { adminUsername: username } = settings;
  if (username === undefined) return undefined;
  const password = await readPassword(settings);
  const checked = firstAdministrator.safeParse({ full_name: username, username, password });
  if (!checked.success) throw new UsageError(`DOVMS_ADMIN_USERNAME: ${checked.error.issues[0]!.message}`);
  try {
    await requireGoodPassword("password", password, checked.data);
  } catch (error) {
    if (!(error instanceof ClinicError)) throw error;
    throw new UsageError(`DOVMS_ADMIN_PASSWORD: ${error.fields[0]?.message ?? error.code}`);
  }
  return checked.data;
}

/** Adds the first administrator; where there is one already, prints that the setting is ignored. */
export async function addFirstAdministrator(
  clinic: Clinic,
  administrator: FirstAdministrator,
  out: Output,
): Promise<void> {
  try {
    await setUp({ clinic, actor: null, source: "command line" }, administrator);
  } catch (error) {
    if (!(error instanceof ClinicError && error.code === "already_set_up")) throw error;
    out.line("There is an administrator already: DOVMS_ADMIN_USERNAME and its password are ignored.");
  }
}

async function readPassword({ adminPassword, adminPasswordFile }: ServerSettings): Promise<string> {
  if (adminPassword !== undefined) return adminPassword;
  if (adminPasswordFile === undefined) {
    throw new UsageError("DOVMS_ADMIN_USERNAME needs DOVMS_ADMIN_PASSWORD or DOVMS_ADMIN_PASSWORD_FILE");
  }
  return await readPasswordFile("DOVMS_ADMIN_PASSWORD_FILE", adminPasswordFile);
}
