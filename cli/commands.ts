import type { Command } from "./command_line/command.ts";
import { isDatabaseCommand } from "./command_line/command.ts";
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

/** What a server runs for whoever asks it through control.ts. */
const remoteCommands = [...commands, doctorInServer].filter(isDatabaseCommand);

/** Every command, serve among them, which runs the database commands for others while it has the database. */
export function allCommands(loadConsole: () => Promise<ConsoleHandler>): readonly Command[] {
  return [serveCommand(loadConsole, remoteCommands), ...commands];
}
