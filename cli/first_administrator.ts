import type { Clinic } from "../clinic/clinic.ts";
import { ClinicError } from "../clinic/errors.ts";
import { firstAdministrator, needsSetUp, setUp } from "../clinic/set_up.ts";
import { readTextIfThere } from "./files.ts";
import { UsageError } from "./options.ts";
import type { ServerSettings } from "./settings.ts";

/** Makes the first administrator that settings name, if there is none yet. @throws UsageError */
export async function makeFirstAdministrator(clinic: Clinic, settings: ServerSettings): Promise<void> {
  const { adminUsername: username } = settings;
  if (username === undefined || !needsSetUp(clinic)) return;
  const given = firstAdministrator.safeParse({
    full_name: username,
    username,
    password: await passwordOf(settings),
  });
  if (!given.success) throw new UsageError(`DOVMS_ADMIN_USERNAME: ${given.error.issues[0]!.message}`);
  try {
    await setUp({ clinic, actor: null, source: "command line" }, given.data);
  } catch (error) {
    if (!(error instanceof ClinicError)) throw error;
    if (error.code === "already_set_up") return; // by another process, a moment ago
    throw new UsageError(`DOVMS_ADMIN_PASSWORD: ${error.fields[0]?.message ?? error.code}`);
  }
}

async function passwordOf({ adminPassword, adminPasswordFile }: ServerSettings): Promise<string> {
  if (adminPassword !== undefined) return adminPassword;
  if (adminPasswordFile === undefined) {
    throw new UsageError("DOVMS_ADMIN_USERNAME needs DOVMS_ADMIN_PASSWORD or DOVMS_ADMIN_PASSWORD_FILE");
  }
  const text = await readTextIfThere(adminPasswordFile);
  if (text === undefined) {
    throw new UsageError(`DOVMS_ADMIN_PASSWORD_FILE: there is no file ${adminPasswordFile}`);
  }
  return text.replace(/\r?\n$/, "");
}
