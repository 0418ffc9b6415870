// serve/: what only the server does: listening, both doors behind one handler, the log, the start and the end.

import { createApi } from "@/api/app.ts";
import type { DatabaseCommand } from "@/cli/command_line/command.ts";
import type { Output } from "@/cli/command_line/output.ts";
import type { DatabaseSettings, ServerSettings } from "@/cli/command_line/settings.ts";
import { version } from "@/cli/command_line/version.ts";
import { serveControl } from "@/cli/control/server.ts";
import type { OpenDatabase } from "@/cli/open_database.ts";
import type { ClinicHandle } from "@/clinic/scope.ts";
import { printBanner } from "./banner.ts";
import { dropPermissions } from "./drop_permissions.ts";
import { baseUrl, listen } from "./listen.ts";
import { loadNameIndex } from "./load_name_index.ts";
import { logFailure } from "@/cli/log.ts";
import { sourceAddress } from "./source_address.ts";
import { waitForStopSignal } from "./stop_signal.ts";
import { waitAtMost } from "./wait_at_most.ts";
import { type ConsoleHandler, web } from "./web.ts";

const SHUTDOWN_MS = 4_000; // of the 5 s that a service manager may give

/** Serves an open database until a stop signal comes, and finishes what is under way then. */
export async function serve(
  database: OpenDatabase,
  consoleHandler: ConsoleHandler,
  settings: DatabaseSettings & ServerSettings,
  controlCommands: readonly DatabaseCommand[],
  out: Output,
): Promise<void> {
  const { clinic, folder } = database;
  const server = await listen(settings, handlerOf(clinic.handle, consoleHandler, settings));
  const control = folder && await serveControl(clinic, folder, controlCommands);
  dropPermissions();
  printBanner(database, settings, baseUrl(server.addr, settings.tlsCert !== undefined), out);
  const indexLoaded = loadNameIndex(clinic, out);

  await waitForStopSignal();
  out.line("Finishing what is under way …");
  // A client that keeps its connection open does not delay the end. (Deno 2.9 throws when a server is aborted while it
  // shuts down.)
  const closed = Promise.all([server.shutdown(), control?.close(), clinic.store.finder.close()]);
  await waitAtMost(SHUTDOWN_MS, closed);
  await indexLoaded;
}

function handlerOf(
  clinic: ClinicHandle,
  consoleHandler: ConsoleHandler,
  { tlsCert, behindProxy, corsOrigins }: ServerSettings,
): Deno.ServeHandler {
  return web({
    clinic,
    api: createApi(clinic, { version, corsOrigins, onFailure: logFailure }),
    consoleHandler,
    sourceOf: sourceAddress(behindProxy),
    https: tlsCert !== undefined || behindProxy !== undefined,
    onFailure: logFailure,
  });
}
