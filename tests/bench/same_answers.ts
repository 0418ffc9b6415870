import assert from "node:assert/strict";
import type { Operation } from "./operations.ts";
import type { Server, Starter } from "./servers.ts";

/** Both servers answer the reads alike, key for key: else they would not be doing the same work. @throws AssertionError */
export async function mustAnswerAlike(start: Starter, all: readonly Operation[]): Promise<void> {
  await using ours = await start("ours");
  await using bare = await start("bare");
  for (const operation of all.filter(({ kind }) => kind === "read")) {
    for (const { path } of operation.phases(1, 0).at(-1)!.requests.slice(0, 3)) {
      assert.deepEqual(await answer(ours, path), await answer(bare, path), path);
    }
  }
}

async function answer({ port, token }: Server, path: string): Promise<unknown> {
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  const body = await response.json();
  return { status: response.status, total: response.headers.get("x-total-count") ?? undefined, body };
}
