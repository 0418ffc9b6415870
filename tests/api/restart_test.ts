import assert from "node:assert/strict";
import { setUp } from "@/clinic/staff/set_up.ts";
import { bearer } from "@/tests/support/api/test_api.ts";
import { type RunningServer, startServer } from "@/tests/support/api/server_on_folder.ts";

const ADMIN = { username: "admin1", password: "seven blankets drying" };

Deno.test("[S11] [S14] active sessions survive a restart, ended ones stay ended", async () => {
  const folder = await Deno.makeTempDir({ prefix: "dovms-test-" });
  await second(folder, await first(folder));
  await Deno.remove(folder, { recursive: true });
});

/** A clinic's first day: two sessions, of which one is ended. */
async function first(folder: string): Promise<Tokens> {
  await using server = await startServer(folder);
  await setUp({ clinic: server.clinic, actor: null, source: "test" }, { full_name: "Mme Puleng", ...ADMIN });
  const kept = (await post(server, "login", ADMIN)).json;
  const ended = (await post(server, "login", ADMIN)).json;
  assert.equal((await post(server, "logout", {}, bearer(ended.access!))).status, 204);
  return { kept, ended } as Tokens;
}

async function second(folder: string, tokens: Tokens): Promise<void> {
  await using server = await startServer(folder);
  assert.equal(await statusOf(server, tokens.kept.access), 200);
  assert.equal((await post(server, "refresh", { refresh: tokens.kept.refresh })).status, 200);
  assert.equal(await statusOf(server, tokens.ended.access), 401);
  assert.equal((await post(server, "refresh", { refresh: tokens.ended.refresh })).status, 401);
}

type Tokens = Record<"kept" | "ended", { access: string; refresh: string }>;

async function post(
  { url }: RunningServer,
  what: string,
  body: object,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${url}/api/auth/${what}/`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, json: JSON.parse(text || "{}") as Record<string, string> };
}

async function statusOf({ url }: RunningServer, access: string): Promise<number> {
  const response = await fetch(`${url}/api/departments/`, { headers: bearer(access) });
  await response.body?.cancel();
  return response.status;
}
