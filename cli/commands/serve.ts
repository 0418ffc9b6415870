import { type DatabaseCommand, EXIT, plainCommand } from "@/cli/command_line/command.ts";
import { databaseOptions, serverOptions } from "@/cli/command_line/settings.ts";
import { openDatabase } from "@/cli/open_database.ts";
import { occupyDebuggerPort } from "@/cli/serve/debugger_port.ts";
import { addFirstAdministrator, readFirstAdministrator } from "@/cli/serve/first_administrator.ts";
import { requireTls } from "@/cli/serve/require_tls.ts";
import { serve } from "@/cli/serve/serve.ts";
import type { ConsoleHandler } from "@/cli/serve/web.ts";

/** Serves the API and the console until a stop signal comes. */
export function serveCommand(
  loadConsole: () => Promise<ConsoleHandler>,
  controlCommands: readonly DatabaseCommand[],
) {
  return plainCommand({
    name: "serve",
    summary: "Serve the API and the console (the default)",
    options: { ...databaseOptions, ...serverOptions },
    async run(settings, env, out) {
      requireTls(settings);
      const administrator = await readFirstAdministrator(settings);
      const [database, consoleHandler] = await Promise.all([
        openDatabase(settings, env, true),
        loadConsole(),
      ]);
      try {
        if (administrator) await addFirstAdministrator(database.clinic, administrator, out);
        using _debuggerPort = occupyDebuggerPort();
        await serve(database, consoleHandler, settings, controlCommands, out);
        out.line("Stopped.");
        return EXIT.done;
      } finally {
        await database.close();
      }
    },
  });
}
