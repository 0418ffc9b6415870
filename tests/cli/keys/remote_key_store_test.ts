import assert from "node:assert/strict";
import { KeysUnavailable } from "@/cli/keys/unlock_keys.ts";
import { remoteKeyStore } from "@/cli/keys/remote_key_store.ts";
import { onServer, openStore } from "@/tests/support/db/databases.ts";
import { tamper } from "@/tests/support/db/rows.ts";

onServer("the keys of a remote database are in it, and only an empty one may have none", async (place) => {
  const port = place.connect();
  const keys = remoteKeyStore(port);
  assert.equal(await keys.read(), undefined);
  await keys.write("{}");
  assert.equal(await keys.read(), "{}");

  const store = await openStore(place);
  assert.equal(await keys.read(), "{}");
  for (const loss of ["DELETE FROM key_slots", "DROP TABLE key_slots"]) {
    await tamper(store, loss);
    await assert.rejects(keys.read(), KeysUnavailable, loss);
  }
  await store.close();
  port.close();
});
