import assert from "node:assert/strict";
import { newestSchema, schemaOf } from "@/db/migrations.ts";
import { KeySlots } from "@/db/tables/key_slots.ts";
import { onEveryDatabase, openStore } from "@/tests/support/db/databases.ts";

onEveryDatabase("the first slot document stored stays, and is there before the schema", async (place) => {
  const [port, other] = [place.connect(), place.connect()];
  assert.equal(await new KeySlots(port).read(), undefined);
  await new KeySlots(port).insert("one");
  await new KeySlots(other).insert("other");
  assert.equal(await new KeySlots(other).read(), "one");
  assert.equal(await schemaOf(port), 0);
  [port, other].forEach((each) => each.close());

  const store = await openStore(place);
  assert.equal(await new KeySlots(store.port).read(), "one");
  await store.close();
});

onEveryDatabase("a database of the schema before keeps the slot document it has", async (place) => {
  const first = await openStore(place);
  const earlier = [
    "DROP TABLE key_slots",
    "CREATE TABLE key_slots (id INTEGER PRIMARY KEY CHECK (id = 1), document TEXT NOT NULL)",
    "INSERT INTO key_slots VALUES (1, 'written before')",
    "UPDATE meta SET value = '3' WHERE key = 'schema'",
  ];
  await first.port.write(earlier.map((sql) => ({ sql, args: [] })), true);
  await first.close();

  const again = await openStore(place);
  assert.equal(await schemaOf(again.port), newestSchema);
  assert.equal(await new KeySlots(again.port).read(), "written before");
  await again.close();
});
