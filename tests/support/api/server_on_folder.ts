import { createApi } from "@/api/app.ts";
import { openDatabase } from "@/cli/open_database.ts";
import { readSettings } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";
import { sourceAddress } from "@/cli/serve/source_address.ts";
import { web } from "@/cli/serve/web.ts";
import type { Clinic } from "@/clinic/clinic.ts";

/** A server on a folder, which stays when the server ends. */
export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly clinic: Clinic;
}

/** Opens the database in `folder` and serves it, until it is disposed of. */
export async function startServer(folder: string): Promise<RunningServer> {
  const settings = readSettings(databaseOptions, [], { DOVMS_DATA: `${folder}/data` });
  const env = { variables: {}, folders: { config: `${folder}/config` }, now: () => new Date() };
  const { clinic, close } = await openDatabase(settings, env, false);
  const api = createApi(clinic.handle, { version: "test", corsOrigins: [], onFailure: () => {} });
  const consoleHandler = () => new Response(null, { status: 404 });
  const sourceOf = sourceAddress(undefined);
  const handler = web({
    clinic: clinic.handle,
    api,
    consoleHandler,
    sourceOf,
    https: false,
    onFailure: () => {},
  });
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler);
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    clinic,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await close();
    },
  };
}
