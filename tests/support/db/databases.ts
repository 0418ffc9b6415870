import { Buffer } from "node:buffer";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { openLocal } from "@/db/port/local.ts";
import type { Port } from "@/db/port/port.ts";
import { openRemote } from "@/db/port/remote.ts";
import { Store, type StoreSettings } from "@/db/store.ts";
import { freePort, runSqld, sqldAvailable } from "@/tests/support/sqld.ts";

/** Where a test's database lies: a folder with a file, or a libSQL server. Empty at first, and gone afterwards. */
export interface TestDatabase {
  readonly kind: "plain file" | "encrypted file" | "libSQL server";
  /** The folder of the file; undefined on a server. */
  readonly folder: string | undefined;
  readonly databaseId: string;
  readonly master: Uint8Array;
  /** Another connection. On a file only one of them may write at a time. */
  connect(): Port;
}

export const NOW = new Date("2026-03-02T06:15:00.000Z");

/** The same test on every kind of database, as tests of their own. */
export function onEveryDatabase(name: string, test: (place: TestDatabase) => Promise<void>): void {
  onFiles(name, test);
  onServer(name, test);
}

/** The test on files, with page encryption and without. */
export function onFiles(name: string, test: (place: TestDatabase) => Promise<void>): void {
  Deno.test(`${name} (plain file)`, () => withFile("plain file", test));
  Deno.test(`${name} (encrypted file)`, () => withFile("encrypted file", test));
}

/** The test on a libSQL server. */
export function onServer(name: string, test: (place: TestDatabase) => Promise<void>): void {
  const named = `${name} (libSQL server)`;
  Deno.test({ name: named, ignore: !sqldAvailable, fn: () => withServer(test) });
}

/** The test on a store that is open, on every kind of database. */
export function onEveryStore(
  name: string,
  test: (store: Store, place: TestDatabase) => Promise<void>,
): void {
  onEveryDatabase(name, async (place) => {
    const store = await openStore(place);
    try {
      await test(store, place);
    } finally {
      await store.close();
    }
  });
}

/** Opens the place's database as the program does. Work that fails in the background fails the test. */
export function openStore(
  place: TestDatabase,
  port = place.connect(),
  onBackgroundFailure: StoreSettings["onBackgroundFailure"] = failTest,
): Promise<Store> {
  const { databaseId, master, kind } = place;
  const shared = kind === "libSQL server";
  return Store.open({ port, databaseId, master, shared, now: () => NOW, onBackgroundFailure });
}

/** Throws where nothing catches it, which Deno counts as a failure of the test. */
export function failTest(task: string, error: unknown): void {
  queueMicrotask(() => {
    throw new Error(`could not ${task}`, { cause: error });
  });
}

/** The place as somebody with other keys sees it. */
export function withOtherKeys(place: TestDatabase): TestDatabase {
  return { ...place, ...newKeys() };
}

async function withFile(
  kind: "plain file" | "encrypted file",
  test: (place: TestDatabase) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-store-" });
  const pageKey = kind === "encrypted file" ? Buffer.alloc(32, 11) : undefined;
  const connect = () => openLocal(join(folder, "clinic.db"), pageKey);
  try {
    await test({ kind, folder, connect, ...newKeys() });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function withServer(test: (place: TestDatabase) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-store-" });
  const server = await runSqld(folder, freePort());
  const connect = () => openRemote(server.url, undefined);
  try {
    await test({ kind: "libSQL server", folder: undefined, connect, ...newKeys() });
  } finally {
    await server.stop("SIGKILL"); // SIGTERM sometimes waits 30 s for connections that are kept alive
    await Deno.remove(folder, { recursive: true });
  }
}

function newKeys() {
  return { databaseId: crypto.randomUUID(), master: randomBytes(32) };
}
