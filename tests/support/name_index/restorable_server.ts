import { cp } from "node:fs/promises";
import { join } from "node:path";
import { openRemote } from "@/db/port/remote.ts";
import type { Store } from "@/db/store.ts";
import { freePort, runSqld, type SqldProcess } from "@/tests/support/sqld.ts";
import { openStore, type TestDatabase } from "@/tests/support/db/databases.ts";

/** A libSQL server whose data can be put back to an older copy of it, while processes go on that speak to it. */
export class RestorableServer {
  readonly #port = freePort();
  #server: SqldProcess | undefined;
  readonly #stores: Store[] = [];
  readonly #place: TestDatabase;

  private constructor(private readonly folder: string) {
    this.#place = {
      kind: "libSQL server",
      folder: undefined,
      databaseId: crypto.randomUUID(),
      master: crypto.getRandomValues(new Uint8Array(32)),
      connect: () => openRemote(`http://127.0.0.1:${this.#port}`, undefined),
    };
  }

  static async with(test: (server: RestorableServer) => Promise<void>): Promise<void> {
    const folder = await Deno.makeTempDir({ prefix: "dovms-server-" });
    const server = new RestorableServer(folder);
    try {
      await server.#start();
      await test(server);
    } finally {
      for (const store of server.#stores) await store.close();
      await server.#server?.stop("SIGKILL");
      await Deno.remove(folder, { recursive: true });
    }
  }

  /** Another process on its database. */
  async open(): Promise<Store> {
    const store = await openStore(this.#place);
    this.#stores.push(store);
    return store;
  }

  /** Copies the data as it is now. */
  async copy(): Promise<void> {
    await this.#stopped(() => cp(this.#data, this.#copied, { recursive: true, force: true }));
  }

  /** Puts the copy in place. */
  async putBack(): Promise<void> {
    await this.#stopped(async () => {
      await Deno.remove(this.#data, { recursive: true });
      await cp(this.#copied, this.#data, { recursive: true });
    });
  }

  get #data(): string {
    return join(this.folder, "server");
  }

  get #copied(): string {
    return join(this.folder, "copy");
  }

  async #stopped(work: () => Promise<void>): Promise<void> {
    await this.#server!.stop("SIGKILL");
    await work();
    await this.#start();
  }

  async #start(): Promise<void> {
    this.#server = await runSqld(this.#data, this.#port);
  }
}
