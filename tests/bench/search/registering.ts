/**
 * Our server in a process that also tells about its snapshots of the name index: the program makes one by itself after so
 * many changes, and nothing outside can tell when. Arguments: the data folder, the configuration folder, and `without`
 * to make none. GET /bench/snapshots gives a Snapshots.
 */
import { setImmediate } from "node:timers";
import { createApi } from "@/api/app.ts";
import { logFailure } from "@/cli/log.ts";
import { sourceAddress } from "@/cli/serve/source_address.ts";
import { web } from "@/cli/serve/web.ts";
import type { PatientFinder } from "@/db/name_index/patient_finder.ts";
import { NameIndex } from "@/db/name_index/index/name_index.ts";
import { openOurs } from "./clinic.ts";

/** Since the server was started. */
export interface Snapshots {
  readonly finished: number;
  /** For how long one was being made, in milliseconds. */
  readonly ms: number;
}

async function serve(data: string, config: string): Promise<void> {
  const { clinic, close } = await openOurs({ data, config });
  await clinic.store.finder.load();
  const snapshots = new Watch(clinic.store.finder);
  const api = createApi(clinic, { version: "bench", corsOrigins: [], onFailure: logFailure });
  const consoleHandler = () => new Response("no console here", { status: 404 });
  const sourceOf = sourceAddress(undefined);
  const handler = web({ clinic, api, consoleHandler, sourceOf, https: false, onFailure: logFailure });
  const onListen = ({ port }: { port: number }) => console.log(`ready at http://127.0.0.1:${port}`);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen },
    (request, info) =>
      request.url.endsWith("/bench/snapshots") ? Response.json(snapshots.sofar()) : handler(request, info),
  );
  await new Promise<void>((stop) => Deno.addSignalListener("SIGTERM", stop));
  snapshots.stop();
  await server.shutdown();
  await close();
}

/** Looks, every few milliseconds, whether a snapshot is being made: then settled() takes longer than a turn. */
class Watch {
  #finished = 0;
  #ms = 0;
  #since: number | undefined;
  #over = false;

  constructor(finder: PatientFinder) {
    this.#look(finder);
  }

  sofar(): Snapshots {
    const running = this.#since === undefined ? 0 : performance.now() - this.#since;
    return { finished: this.#finished, ms: this.#ms + running };
  }

  stop(): void {
    this.#over = true;
  }

  async #look(finder: PatientFinder): Promise<void> {
    for (; !this.#over; await new Promise((resolve) => setTimeout(resolve, LOOK_MS))) {
      let settled = false;
      const settling = finder.whenIdle().then(() => settled = true);
      await new Promise((resolve) => setImmediate(resolve));
      if (settled) continue;
      this.#since = performance.now();
      await settling;
      this.#ms += performance.now() - this.#since;
      this.#since = undefined;
      this.#finished++;
    }
  }
}

const LOOK_MS = 2;

/** Takes snapshots out of the program: merging everybody is where one begins, and without a result it ends there. */
function withoutSnapshots(): void {
  NameIndex.prototype.compact = function* () {
    yield;
    return undefined;
  };
}

if (import.meta.main) {
  const [data, config, without] = Deno.args;
  if (without === "without") withoutSnapshots();
  await serve(data!, config!);
  Deno.exit(0);
}
