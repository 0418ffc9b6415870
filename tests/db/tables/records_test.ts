import assert from "node:assert/strict";
import { UnreadableRecord } from "@/db/crypto/seal.ts";
import { onEveryStore } from "@/tests/support/db/databases.ts";
import { sealedTables, twoOfEach, whichOpen } from "@/tests/support/db/sealed_rows.ts";
import { tamper } from "@/tests/support/db/rows.ts";

for (const value of ["x''", "x'01'", "x'01000000'", "'text'", "''", "5", "1.5"]) {
  onEveryStore(`a row whose record is ${value} does not open, the others do`, async (store) => {
    const rows = await twoOfEach(store);
    for (const table of sealedTables.filter((name) => name !== "department")) {
      await tamper(store, `UPDATE ${table} SET record = ${value} WHERE id = ?`, rows[table][0]);
      assert.deepEqual(await whichOpen(store, table, rows[table]), [false, true], table);
    }
    assert.ok((await store.patients.byId(rows.patient[0]))!.record instanceof UnreadableRecord);
  });
}
