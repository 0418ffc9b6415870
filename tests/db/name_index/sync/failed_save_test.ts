import assert from "node:assert/strict";
import { StatementFailed } from "@/db/port/port.ts";
import type { Store } from "@/db/store.ts";
import { onEveryDatabase, openStore } from "@/tests/support/db/databases.ts";
import { commit, newPatient, query, tamper } from "@/tests/support/db/rows.ts";
import { withStore } from "@/tests/support/name_index/with_store.ts";

const ENOUGH_CHANGES = 256; // for a snapshot to be saved

onEveryDatabase(
  "a snapshot that cannot be saved is reported; searches go on, and the next one is saved",
  async (place) => {
    const failures: { task: string; error: unknown }[] = [];
    const opening = openStore(place, place.connect(), (task, error) => failures.push({ task, error }));
    await withStore(opening, async (store) => {
      await tamper(
        store,
        "CREATE TRIGGER no_pages BEFORE INSERT ON name_index_page BEGIN SELECT RAISE(ABORT, 'no_pages'); END",
      );
      await registerAndSearch(store, "Thabo");
      assert.deepEqual(failures.map(({ task }) => task), ["save the name index"]);
      const { error } = failures[0]!;
      assert.ok(error instanceof StatementFailed && error.reason === "no_pages");
      assert.deepEqual(await query(store, "SELECT version FROM name_index"), []);

      await tamper(store, "DROP TRIGGER no_pages");
      await registerAndSearch(store, "Refiloe");
      assert.equal(failures.length, 1);
      assert.deepEqual(await query(store, "SELECT version FROM name_index"), [[1]]);
    });
  },
);

async function registerAndSearch(store: Store, name: string): Promise<void> {
  const rows = Array.from({ length: ENOUGH_CHANGES }, () => newPatient({ full_name: `${name} Letsie` }));
  await commit(store, ...rows.map((row) => store.patients.insert(row)));
  assert.equal((await store.finder.find(name, 10)).total, ENOUGH_CHANGES);
  await store.finder.whenIdle();
}
