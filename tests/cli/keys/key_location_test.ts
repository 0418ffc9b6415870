import assert from "node:assert/strict";
import { openDatabase } from "@/cli/open_database.ts";
import { readSettings } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";

const KEY = "q83vEjRWeJq83vEjRWeJq83vEjRWeJq83vEjRWeJq80=";

Deno.test("a clinic knows where the key that opened it lies, and not the key itself", async () => {
  const folder = await Deno.makeTempDir({ prefix: "dovms-test-" });
  await Deno.writeTextFile(`${folder}/clinic.key`, KEY);
  const opened = async (variables: Record<string, string | undefined>) => {
    const settings = readSettings(databaseOptions, [], variables);
    const env = { variables: {}, folders: { config: `${folder}/config` }, now: () => new Date() };
    const { clinic, close } = await openDatabase(settings, env, false);
    await close();
    return clinic;
  };
  const data = { DOVMS_DATA: `${folder}/own` };
  const places = [];
  const { keyLocation, store } = await opened({ DOVMS_DATA: `${folder}/trying` });
  assert.deepEqual(keyLocation, {
    kind: "evaluation",
    path: `${folder}/config/dovms/${store.databaseId}.key`,
  });
  await Deno.stat(`${folder}/config/dovms/${store.databaseId}.key`);
  for (
    const how of [
      { DOVMS_KEY_FILE: `${folder}/clinic.key` },
      { DOVMS_KEY: KEY },
      { DOVMS_KEY_COMMAND: `cat ${folder}/clinic.key` },
    ]
  ) places.push((await opened({ ...data, ...how })).keyLocation);
  assert.deepEqual(places, [
    { kind: "file", path: `${folder}/clinic.key` },
    { kind: "setting" },
    { kind: "command" },
  ]);
  await Deno.remove(folder, { recursive: true });
});
