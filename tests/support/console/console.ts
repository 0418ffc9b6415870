import { Builder } from "fresh/dev";
import { dirname } from "node:path";
import { createApi, type Failure } from "@/api/app.ts";
import { openDatabase } from "@/cli/open_database.ts";
import { readSettings } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";
import { sourceAddress } from "@/cli/serve/source_address.ts";
import { web } from "@/cli/serve/web.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import { app } from "@/main.ts";

/** A new clinic that nobody administers yet, on a database file of its own, with the console served on loopback. */
export interface TestConsole extends AsyncDisposable {
  readonly url: string;
  readonly clinic: Clinic;
  readonly failures: readonly Failure[];
  /** The same clinic and console as browsers reach them by https, without a network between. */
  readonly byHttps: (request: Request) => Promise<Response>;
  /** Moves the clinic's clock on by so many seconds. */
  advance(seconds: number): void;
}

/** Starts one. */
export async function testConsole(): Promise<TestConsole> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-test-" });
  const clock = { offset: 0 };
  const now = () => new Date(Date.now() + clock.offset);
  const settings = readSettings(databaseOptions, [], { DOVMS_DATA: `${folder}/data` });
  const env = { variables: {}, folders: { config: `${folder}/config` }, now };
  const { clinic, close } = await openDatabase(settings, env, false);
  const failures: Failure[] = [];
  const handler = await handlerOn(clinic, failures);
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, handler(false));

  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    clinic,
    failures,
    byHttps: async (request) => await handler(true)(request, LOOPBACK),
    advance: (seconds) => clock.offset += seconds * 1_000,
    async [Symbol.asyncDispose]() {
      await server.shutdown();
      await close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function handlerOn(clinic: Clinic, failures: Failure[]) {
  const onFailure = (failure: Failure) => failures.push(failure);
  const api = createApi(clinic.handle, { version: "test", corsOrigins: [], onFailure });
  const consoleHandler = await consoleApp();
  const sourceOf = sourceAddress(undefined);
  return (https: boolean) => web({ clinic: clinic.handle, api, consoleHandler, sourceOf, https, onFailure });
}

async function consoleApp() {
  const root = dirname(dirname(dirname(import.meta.dirname!)));
  (await new Builder({ root }).build({ snapshot: "memory" }))(app);
  return app.handler();
}

const LOOPBACK: Deno.ServeHandlerInfo<Deno.NetAddr> = {
  remoteAddr: { transport: "tcp", hostname: "127.0.0.1", port: 0 },
  completed: Promise.resolve(),
};
