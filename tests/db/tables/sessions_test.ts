import assert from "node:assert/strict";
import { Records } from "@/db/tables/records.ts";
import { onEveryStore } from "@/tests/support/db/databases.ts";
import { commit, newSession, newStaff, query, tamper } from "@/tests/support/db/rows.ts";

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

onEveryStore("a session stored under the first names of its keys is read as it was meant", async (store) => {
  const owner = newStaff();
  await commit(store, store.staff.insert(owner));
  const { id, expiresAt, ...others } = newSession(owner.id);
  const place = { table: "session", id, version: 1, readableColumns: [owner.id, expiresAt, null] };
  const records = new Records(store.databaseId, store.keys, () => {});
  const sealed = records.seal(place, { refresh_id: null, door: "console", source: "192.0.2.7" });
  await tamper(store, "UPDATE sequence SET value = value + 1 WHERE name = 'access'");
  const insert = `INSERT INTO session (id, seq, version, record, staff_id, expires_at, ended_at)
    VALUES (?, (SELECT value FROM sequence WHERE name = 'access'), 1, ?, ?, ?, NULL)`;
  await tamper(store, insert, id, sealed, owner.id, expiresAt);
  await store.directory.catchUp();
  const stored = store.directory.sessions.get(id);
  assert.deepEqual(stored, { ...others, id, expiresAt, refresh_id: null, channel: "console" });
});

onEveryStore("a session tells with what it was begun, where that is known", async (store) => {
  const owner = newStaff();
  await commit(store, store.staff.insert(owner));
  const sessions = [newSession(owner.id), { ...newSession(owner.id), agent: "Firefox, Windows" }];
  await commit(store, ...sessions.map((session) => store.sessions.insert(session)));
  for (const session of sessions) assert.deepEqual(store.directory.sessions.get(session.id), session);
});
