import assert from "node:assert/strict";
import { examine } from "@/db/examine.ts";
import type { Store } from "@/db/store.ts";
import { onEveryDatabase, openStore } from "@/tests/support/db/databases.ts";
import { tamper } from "@/tests/support/db/rows.ts";

onEveryDatabase("a new database has no damaged table", async (place) => {
  const store = await openStore(place);
  assert.deepEqual(await damagedTables(store), []);
  await store.close();
});

onEveryDatabase(
  "a table that is missing counts as damaged, but not one that the next start brings",
  async (place) => {
    const store = await openStore(place);
    await tamper(store, "DROP TABLE key_slots");
    assert.deepEqual(await damagedTables(store), ["key_slots"]);
    await tamper(store, "UPDATE meta SET value = '3' WHERE key = 'schema'");
    assert.deepEqual(await damagedTables(store), []);
    await store.close();
  },
);

async function damagedTables(store: Store): Promise<readonly string[] | undefined> {
  for await (const examined of examine(store)) if (examined.part === "structure") return examined.damaged;
  assert.fail("the structure was not looked at");
}
