import { type Command, isDatabaseCommand } from "./command_line/command.ts";
import { createAdministrator } from "./commands/admin_create.ts";
import { resetPassword } from "./commands/admin_reset_password.ts";
import { auditVerify } from "./commands/audit_verify.ts";
import { doctor } from "./commands/doctor.ts";
import { healthcheck } from "./commands/healthcheck.ts";
import { openapiCommand } from "./commands/openapi.ts";
import { seed } from "./commands/seed.ts";
import { serveCommand } from "./commands/serve.ts";
import { doctorInServer } from "./doctor/through_server.ts";
import type { ConsoleHandler } from "./serve/web.ts";

/** Every command. A new one is its file, its test and one line here. */
const commands: readonly Command[] = [
  createAdministrator,
  resetPassword,
  doctor,
  healthcheck,
  auditVerify,
  openapiCommand,
  seed,
];

/** The commands that a server runs for other processes, because it has the database open. */
const controlCommands = [...commands, doctorInServer].filter(isDatabaseCommand);

/** Every command, serve among them. */
export function allCommands(loadConsole: () => Promise<ConsoleHandler>): readonly Command[] {
  return [serveCommand(loadConsole, controlCommands), ...commands];
}
