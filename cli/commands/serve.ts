import { createApi } from "@/api/app.ts";
import { printBanner } from "@/cli/serve/banner.ts";
import { plainCommand } from "@/cli/command_line/command.ts";
import { serveControl } from "@/cli/serve/control.ts";
import { occupyDebuggerPort } from "@/cli/serve/debugger_port.ts";
import { requireTls } from "@/cli/serve/require_tls.ts";
import { firstAdministratorOf, makeFirstAdministrator } from "@/cli/serve/first_administrator.ts";
import { dropPermissions } from "@/cli/serve/drop_permissions.ts";
import { logFailure } from "@/cli/serve/log.ts";
import { type OpenDatabase, openDatabase } from "@/cli/open_database.ts";
import { UsageError } from "@/cli/command_line/options.ts";
import type { Output } from "@/cli/command_line/output.ts";
import { databaseOptions, serverOptions, type ServerSettings } from "@/cli/command_line/settings.ts";
import { waitForStopSignal } from "@/cli/serve/stop_signal.ts";
import { sourceAddress } from "@/cli/serve/source_address.ts";
import { version } from "@/cli/command_line/version.ts";
import { type ConsoleHandler, failureAnswer, web } from "@/cli/serve/web.ts";
import { loadNameIndex } from "@/cli/serve/load_name_index.ts";
import { waitAtMost } from "@/cli/serve/wait_at_most.ts";
import type { DatabaseCommand } from "@/cli/command_line/command.ts";

const SHUTDOWN_MS = 4_000; // of the 5 s that a service manager may give

/** The API and the console, until told to stop. */
export function serveCommand(
  loadConsole: () => Promise<ConsoleHandler>,
  remoteCommands: readonly DatabaseCommand[],
) {
  return plainCommand({
    name: "serve",
    summary: "Serve the API and the console (the default)",
    options: { ...databaseOptions, ...serverOptions },
    async run(settings, env, out) {
      requireTls(settings);
      const administrator = await firstAdministratorOf(settings);
      const [database, consoleHandler] = await Promise.all([
        openDatabase(settings, env, true),
        loadConsole(),
      ]);
      try {
        if (administrator) await makeFirstAdministrator(database.clinic, administrator, out);
        using _debugger = occupyDebuggerPort();
        await serve(
          database,
          consoleHandler,
          settings,
          remoteCommands,
          out,
          (base) => printBanner(database, settings, base, out),
        );
        out.line("Stopped.");
        return 0;
      } finally {
        await database.close();
      }
    },
  });
}

async function serve(
  { clinic, folder }: OpenDatabase,
  consoleHandler: ConsoleHandler,
  settings: ServerSettings,
  served: readonly DatabaseCommand[],
  out: Output,
  onReady: (base: string) => void,
): Promise<void> {
  const { host, port, tlsCert, behindProxy, corsOrigins } = settings;
  const https = tlsCert !== undefined || behindProxy !== undefined;
  const api = createApi(clinic.handle, { version, corsOrigins, onFailure: logFailure });
  const handler = web({
    clinic: clinic.handle,
    api,
    consoleHandler,
    sourceOf: sourceAddress(behindProxy),
    https,
    onFailure: logFailure,
  });
  const options = {
    hostname: host,
    port,
    onListen: () => {},
    onError: (error: unknown) => failureAnswer(error, logFailure),
  };
  const server = listen(options, await tls(settings), handler);
  const control = folder && await serveControl(clinic, folder, served);
  dropPermissions();
  onReady(baseUrl(server.addr, tlsCert !== undefined));
  const warm = loadNameIndex(clinic, out);

  await waitForStopSignal();
  out.line("Finishing what is under way …");
  // A client that holds its connection open does not hold us up. (To abort a server that shuts down throws in Deno 2.9.)
  await waitAtMost(
    SHUTDOWN_MS,
    Promise.all([server.shutdown(), control?.close(), clinic.store.finder.close()]),
  );
  await warm;
}

type ListenOptions = Deno.ServeTcpOptions & { hostname: string; port: number };

function listen(
  options: ListenOptions,
  readCertificate: Deno.TlsCertifiedKeyPem | undefined,
  handler: Deno.ServeHandler<Deno.NetAddr>,
) {
  try {
    return readCertificate
      ? Deno.serve({ ...options, ...readCertificate }, handler)
      : Deno.serve(options, handler);
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) {
      throw new UsageError(
        `--port ${options.port} is taken by another program: stop it, or give another --port`,
      );
    }
    throw error;
  }
}

async function tls({ tlsCert, tlsKey }: ServerSettings): Promise<Deno.TlsCertifiedKeyPem | undefined> {
  if (tlsCert === undefined || tlsKey === undefined) return undefined;
  return { cert: await readPem("--tls-cert", tlsCert), key: await readPem("--tls-key", tlsKey) };
}

async function readPem(flag: string, path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch {
    throw new UsageError(`${flag}: ${path} cannot be read`);
  }
}

function baseUrl({ hostname, port }: Deno.NetAddr, https: boolean): string {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  return `${https ? "https" : "http"}://${host}:${port}`;
}
