import assert from "node:assert/strict";
import { onEveryStore } from "@/tests/support/db/places.ts";
import { commit, newSession, newStaff, query } from "@/tests/support/db/rows.ts";

onEveryStore("a session is not begun for somebody who has changed or left meanwhile", async (store) => {
  const owner = newStaff({ role: "admin" });
  const other = newStaff({ role: "admin" });
  await commit(store, store.staff.insert(owner), store.staff.insert(other));
  const begin = (version: number) => commit(store, store.sessions.insertFor(newSession(owner.id), version));
  const refusal = { name: "StatementFailed", reason: "version_conflict" };
  await begin(1);
  await commit(store, store.staff.update({ ...owner, password_hash: "$other", version: 2 }));
  await assert.rejects(begin(1), refusal);
  await begin(2);
  await commit(store, store.staff.update({ ...owner, active: false, version: 3 }));
  await assert.rejects(begin(3), refusal);
  assert.deepEqual(await query(store, "SELECT count(*) FROM session"), [[2]]);
});

onEveryStore("a session tells with what it was begun, where that is known", async (store) => {
  const owner = newStaff();
  await commit(store, store.staff.insert(owner));
  const sessions = [newSession(owner.id), { ...newSession(owner.id), agent: "Firefox, Windows" }];
  await commit(store, ...sessions.map((session) => store.sessions.insert(session)));
  for (const session of sessions) assert.deepEqual(store.directory.sessions.get(session.id), session);
});
