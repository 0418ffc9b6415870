import assert from "node:assert/strict";
import { dataFolder, FolderInUse, isLocked, lockFolder } from "@/cli/data_folder.ts";
import { dovms, withFolder } from "@/tests/support/cli/dovms.ts";
import { startProgram } from "@/tests/support/program.ts";

const WAIT_MS = 6_000;

Deno.test("[R11] a folder is locked once, and free when its process lets go of it", () =>
  withFolder(async (path) => {
    const folder = dataFolder(`${path}/data`);
    assert.equal(await isLocked(folder), false, "where there is none");
    const lock = await lockFolder(folder, false);
    assert.equal(await isLocked(folder), true);
    await assert.rejects(lockFolder(folder, false), FolderInUse);
    lock.close();
    assert.equal(await isLocked(folder), false);
  }));

Deno.test("[R11] who waits for a folder has it as soon as it is free", () =>
  withFolder(async (path) => {
    const folder = dataFolder(`${path}/data`);
    const first = await lockFolder(folder, false);
    using waiting = firstPause();
    const second = lockFolder(folder, true);
    await waiting.began;
    first.close();
    (await second).close();
  }));

Deno.test("[R11] a second server waits for the first one to end, then refuses", () =>
  withFolder(async (folder) => {
    await using program = await startProgram(folder);
    const start = performance.now();
    const { code, out, err } = await dovms(folder, ["serve", "--port", "0"]);
    assert.deepEqual([code, out], [1, ""]);
    assert.match(err, /^dovms: another DOVMS has the data folder \S+data: stop it first\n$/);
    assert.ok(performance.now() - start >= WAIT_MS, "it waited");
    assert.equal((await fetch(`${program.url}/readyz`)).status, 200, "the first one still serves");
  }));

Deno.test("[R11] a second server starts although the first one is still ending", () =>
  withFolder(async (folder) => {
    const first = await startProgram(folder);
    const second = startProgram(folder);
    assert.equal(await first.stop(), 0);
    await using program = await second;
    assert.equal((await fetch(`${program.url}/readyz`)).status, 200);
  }));

/** `began` resolves when code under test sets its first timer: it has found the folder locked, and waits. */
function firstPause(): Disposable & { readonly began: Promise<void> } {
  const { promise: began, resolve } = Promise.withResolvers<void>();
  const { setTimeout } = globalThis;
  globalThis.setTimeout = ((...args: Parameters<typeof setTimeout>) => {
    resolve();
    return setTimeout(...args);
  }) as typeof setTimeout;
  return { began, [Symbol.dispose]: () => void (globalThis.setTimeout = setTimeout) };
}
