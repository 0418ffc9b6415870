import assert from "node:assert/strict";
import { migrate } from "@/db/migrations.ts";
import { onEveryDatabase, openStore } from "@/tests/support/db/databases.ts";
import { query } from "@/tests/support/db/rows.ts";

onEveryDatabase(
  "a start that ended between creating the tables and storing the keys is completed",
  async (place) => {
    const port = place.connect();
    await migrate(port);
    const store = await openStore(place, port);
    assert.deepEqual(await query(store, "SELECT value FROM meta WHERE key = 'database'"), [[
      place.databaseId,
    ]]);
    await store.close();
  },
);
