import assert from "node:assert/strict";
import fc from "fast-check";
import type { Port } from "@/db/port/port.ts";
import { sqldAvailable } from "@/tests/support/sqld.ts";
import { onEveryStore, onFiles, onServer, openStore } from "@/tests/support/db/databases.ts";
import { commit, newPatient, query, tamper } from "@/tests/support/db/rows.ts";
import { assertFindsLikeScan } from "@/tests/support/name_index/assert_finds.ts";
import { withInitialDatabase } from "@/tests/support/name_index/initial_database.ts";
import { ClinicHistory } from "@/tests/support/name_index/clinic_history.ts";
import {
  anyClinicHistory,
  EVERYTHING,
  lastSearches,
  stepNames,
} from "@/tests/support/name_index/clinic_steps.ts";
import { anyIndexHistory, IndexHistory, indexStepNames } from "@/tests/support/name_index/index_history.ts";
import { namesFound, register } from "@/tests/support/name_index/write_patients.ts";
import { RESTORE_SCENARIOS, type Step } from "@/tests/support/name_index/restore_scenarios.ts";
import { RestorableServer } from "@/tests/support/name_index/restorable_server.ts";
import { allRanks, Coverage } from "@/tests/support/name_index/coverage.ts";
import { withStore } from "@/tests/support/name_index/with_store.ts";
import { actions, anyTurns, TwoProcesses } from "@/tests/support/name_index/two_processes.ts";

Deno.test("an index that is changed, merged, compacted, saved and loaded finds what the rule finds", () => {
  const coverage = new Coverage();
  fc.assert(
    fc.property(anyIndexHistory, ({ steps, last }) => new IndexHistory(coverage).run(steps, last)),
    { numRuns: 50, seed: 3 },
  );
  coverage.assertMet([...indexStepNames, "loaded", ...allRanks], 1);
});

Deno.test("whatever happens to patients, processes and database, a search finds what a scan finds", () =>
  withInitialDatabase(80, async (beginning) => {
    const coverage = new Coverage();
    await fc.assert(
      fc.asyncProperty(
        anyClinicHistory(EVERYTHING, 25),
        lastSearches,
        (steps, last) => ClinicHistory.run(beginning, steps, last, coverage),
      ),
      { numRuns: 7, seed: 12 },
    );
    coverage.assertMet([...stepNames, "in the middle", "loaded", "built anew"], 1);
  }));

onEveryStore("a record that does not open is replaced by the next hit", async (store) => {
  const rows = [await register(store, "Thabo Letsie"), await register(store, "Thabo Mokoena")];
  await register(store, "Neo Letsie");
  await assertFindsLikeScan(store, "thabo", new Coverage());
  await tamper(store, "UPDATE patient SET record = x'00' WHERE id = ?", rows[0]!.id);
  await assertFindsLikeScan(store, "thabo", new Coverage());
});

onEveryStore("a patient whose record opens again is found again", async (store) => {
  const row = await register(store, "Thabo Letsie");
  await register(store, "Neo Letsie");
  const [[record]] = await query(store, "SELECT record FROM patient WHERE id = ?", row.id) as [[Uint8Array]];
  await tamper(store, "UPDATE patient SET record = x'00' WHERE id = ?", row.id);
  assert.deepEqual(await namesFound(store, "letsie"), ["Neo Letsie"]); // the index is built from this
  await tamper(store, "UPDATE patient SET record = ? WHERE id = ?", record, row.id);
  assert.deepEqual(await namesFound(store, "letsie"), ["Thabo Letsie", "Neo Letsie"]);
});

onFiles("a change sequence that SQL set back stops no search", async (place) => {
  await withStore(openStore(place, patientPort(place.connect(), 200)), async (store) => {
    const rows = Array.from({ length: 500 }, () => newPatient()); // as many as are read at once
    await commit(store, ...rows.map((row) => store.patients.insert(row)));
    await tamper(store, "UPDATE sequence SET value = 0 WHERE name = 'records'");
    for (let time = 0; time < 2; time++) await assertFindsLikeScan(store, "lineo", new Coverage());
  });
});

onFiles(
  "searches alone never save the index, even with a record that does not open",
  async (place) => {
    await withStore(openStore(place), async (store) => {
      const row = await register(store, "Thabo Letsie");
      await register(store, "Neo Letsie");
      await tamper(store, "UPDATE patient SET record = x'00' WHERE id = ?", row.id);
      for (let time = 0; time < 600; time++) await store.finder.find("letsie", 10);
      await store.finder.whenIdle();
      assert.deepEqual(await query(store, "SELECT version FROM name_index"), []);
    });
  },
);

onServer("[R27] two processes on one server find each other's patients in the next search", async (place) => {
  const stores = [await openStore(place), await openStore(place)] as const;
  const coverage = new Coverage();
  const processes = new TwoProcesses(stores, coverage);
  try {
    await fc.assert(fc.asyncProperty(anyTurns, (turns) => processes.run(turns)), {
      numRuns: 3,
      seed: 3,
      endOnFailure: true, // the patients of one run are there in the next
    });
  } finally {
    for (const store of stores) await store.close();
  }
  coverage.assertMet(actions, 2);
  console.log(`[R27] found by the other process within ${processes.slowest.toFixed(1)} ms`);
});

for (const [when, restoring] of Object.entries(RESTORE_SCENARIOS)) {
  Deno.test({
    name: `[R30] restored under a second running process, which searches ${when}`,
    ignore: !sqldAvailable,
    fn: () => RestorableServer.with((server) => restoredUnderASecond(server, restoring)),
  });
}

async function restoredUnderASecond(
  server: RestorableServer,
  { lost, instead }: { lost: Step; instead: Step },
): Promise<void> {
  const [one, second] = [await server.open(), await server.open()];
  const known = { first: await register(one, "Thabo Letsie"), last: await register(one, "Refiloe Letsie") };
  await server.copy();
  await lost(one, known);
  assert.notEqual((await namesFound(second, "ghost")).length, 0);
  await server.putBack();
  await instead(one, known);
  const from = performance.now();
  assert.deepEqual(await namesFound(second, "ghost"), []);
  console.log(`[R30] complete within ${(performance.now() - from).toFixed(1)} ms`);
  for (const search of ["letsie", "thabo", "refiloe", "palesa"]) {
    await assertFindsLikeScan(second, search, new Coverage());
  }
}

/** Refuses to read for ever: a test that would hang the whole run fails instead. */
function patientPort(port: Port, mostReads: number): Port {
  let reads = 0;
  const counted = <T>(work: () => Promise<T>): Promise<T> =>
    ++reads > mostReads ? Promise.reject(new Error("it reads without end")) : work();
  return {
    read: (statement) => counted(() => port.read(statement)),
    readOne: (statement) => counted(() => port.readOne(statement)),
    write: (statements, durable) => port.write(statements, durable),
    close: () => port.close(),
  };
}
