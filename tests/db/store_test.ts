import assert from "node:assert/strict";
import { sha256 } from "@/db/crypto/digest.ts";
import { initialiseDatabase } from "@/db/tables/key_ring.ts";
import { migrate, newestSchema, schemaOf } from "@/db/migrations.ts";
import type { Port } from "@/db/port/port.ts";
import {
  onEveryDatabase,
  onFiles,
  openStore,
  type TestDatabase,
  withOtherKeys,
} from "@/tests/support/db/databases.ts";
import { toHex } from "@/tests/support/db/vectors.ts";
import { filesIn } from "@/tests/support/db/files.ts";
import { commit, newPatient } from "@/tests/support/db/rows.ts";

onEveryDatabase("a database that is opened again has its rows, under the same keys", async (place) => {
  const row = newPatient();
  const first = await openStore(place);
  await commit(first, first.patients.insert(row));
  const ring = first.keys;
  await first.close();
  const again = await openStore(place);
  assert.deepEqual(await again.patients.byId(row.id), row);
  assert.deepEqual(again.keys.signing, ring.signing);
  assert.deepEqual(again.keys.currentSealingKey, ring.currentSealingKey);
  await again.close();
});

onEveryDatabase("migrating twice, or by two at once, does what migrating once does", async (place) => {
  const [port, other] = [place.connect(), place.connect()];
  assert.equal(await schemaOf(port), 0);
  await Promise.all([migrate(port), migrate(other)]);
  const once = await dump(port);
  await migrate(port);
  await migrate(other);
  assert.equal(await schemaOf(other), newestSchema);
  assert.deepEqual(await dump(port), once);
  [port, other].forEach((each) => each.close());
});

onEveryDatabase("[R17] a migration that fails half-way leaves the schema there was", async (place) => {
  const port = place.connect();
  await port.write([{ sql: "CREATE TABLE visit_day (in_the_way TEXT)", args: [] }], true);
  await assert.rejects(migrate(port));
  assert.equal(await schemaOf(port), 0);
  assert.deepEqual(await port.read({ sql: TABLES, args: [] }), [["visit_day"]]);
  port.close();
});

onEveryDatabase("[R18] a database of a newer program is refused and nothing is written", async (place) => {
  await (await openStore(place)).close();
  await changeOnce(place, "UPDATE meta SET value = value + 1 WHERE key = 'schema'");
  await assertRefusedUntouched(place, place, "NewerSchema");
});

onEveryDatabase("another database's keys are refused and nothing is written", async (place) => {
  await (await openStore(place)).close();
  const other = withOtherKeys(place);
  await assertRefusedUntouched(place, other, "ForeignDatabase");
  await assertRefusedUntouched(place, { ...place, databaseId: other.databaseId }, "ForeignDatabase");
  await assertRefusedUntouched(place, { ...place, master: other.master }, "UnreadableRecord");
});

onEveryDatabase(
  "a key ring that was edited or exchanged is refused and nothing is written",
  async (place) => {
    await (await openStore(place)).close();
    await changeOnce(place, "UPDATE key_ring SET version = version + 1");
    await assertRefusedUntouched(place, place, "UnreadableRecord");
    await changeOnce(place, "UPDATE key_ring SET version = version - 1");
    await (await openStore(place)).close();
    await changeOnce(place, "DELETE FROM key_ring");
    await assertRefusedUntouched(place, place, "ForeignDatabase");
  },
);

onEveryDatabase("a database is initialised once: a second process changes nothing", async (place) => {
  const port = place.connect();
  await migrate(port);
  await initialiseDatabase(port, place.databaseId, place.master);
  const founded = await dump(port);
  const other = withOtherKeys(place);
  await initialiseDatabase(port, other.databaseId, other.master);
  assert.deepEqual(await dump(port), founded);
  port.close();
});

onFiles("a refused database file keeps every byte", async (place) => {
  await (await openStore(place)).close();
  await changeOnce(place, "UPDATE meta SET value = value + 1 WHERE key = 'schema'");
  const before = await digests(place.folder!);
  await refusal(place);
  await refusal(withOtherKeys(place));
  assert.deepEqual(await digests(place.folder!), before);
});

const TABLES =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_%table' ESCAPE '\\'";

async function assertRefusedUntouched(
  place: TestDatabase,
  asOpened: TestDatabase,
  name: string,
): Promise<void> {
  const port = place.connect();
  const before = await dump(port);
  assert.equal((await refusal(asOpened)).name, name);
  assert.deepEqual(await dump(port), before);
  port.close();
}

/** The error that opening ends with. */
async function refusal(place: TestDatabase): Promise<Error> {
  const port = place.connect();
  try {
    await (await openStore(place, port)).close();
  } catch (error) {
    port.close();
    return error as Error;
  }
  assert.fail("it was opened");
}

async function changeOnce(place: TestDatabase, sql: string): Promise<void> {
  const port = place.connect();
  await port.write([{ sql, args: [] }], true);
  port.close();
}

/** Everything that stands in the database. */
async function dump(port: Port) {
  const schema = await port.read({
    sql: "SELECT name, type, sql FROM sqlite_master ORDER BY name",
    args: [],
  });
  const tables = schema.filter(([, type]) => type === "table").map(([name]) => name);
  const rows = [];
  for (const table of tables) rows.push(await port.read({ sql: `SELECT * FROM "${table}"`, args: [] }));
  return { schema, rows };
}

/** A digest of each file but the one in which the locks of whoever reads stand. */
async function digests(folder: string): Promise<Record<string, string>> {
  const files = (await filesIn(folder)).filter(({ name }) => !name.endsWith("-shm"));
  return Object.fromEntries(files.map(({ name, bytes }) => [name, toHex(sha256(bytes))]));
}
