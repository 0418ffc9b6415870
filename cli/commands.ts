import type { Command } from "./command.ts";
import { isDatabaseCommand } from "./command.ts";
import { createAdministrator } from "./commands/admin_create.ts";
import { serveCommand } from "./commands/serve.ts";
import type { ConsoleHandler } from "./web.ts";

/** Every command. A new one is its file, its test and one line here. */
const commands: readonly Command[] = [
  createAdministrator,
];

/** Every command, serve among them, which runs the database commands for others while it has the database. */
export function allCommands(loadConsole: () => Promise<ConsoleHandler>): readonly Command[] {
  return [serveCommand(loadConsole, commands.filter(isDatabaseCommand)), ...commands];
}
