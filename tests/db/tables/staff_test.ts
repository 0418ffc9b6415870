import assert from "node:assert/strict";
import type { Role } from "@/db/tables/roles.ts";
import { onEveryStore } from "@/tests/support/db/databases.ts";
import { commit, newStaff } from "@/tests/support/db/rows.ts";

onEveryStore("a member of staff whose role is unknown to the program is left out", async (store) => {
  const nurse = newStaff();
  const chaplain = newStaff({ role: "chaplain" as Role });
  await commit(store, store.staff.insert(nurse), store.staff.insert(chaplain));
  await store.directory.current();
  assert.deepEqual([...store.directory.staff.keys()], [nurse.id]);
});
