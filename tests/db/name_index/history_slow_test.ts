import assert from "node:assert/strict";
import fc from "fast-check";
import { assertFindsLikeScan } from "@/tests/support/name_index/assert_finds.ts";
import { openInitialDatabase, withInitialDatabase } from "@/tests/support/name_index/initial_database.ts";
import { ClinicHistory } from "@/tests/support/name_index/clinic_history.ts";
import {
  anyClinicHistory,
  anyRestoredHistory,
  type ClinicStep,
  EVERYTHING,
  harms,
  lastSearches,
  SNAPSHOTS,
  stepNames,
} from "@/tests/support/name_index/clinic_steps.ts";
import { anyIndexHistory, IndexHistory, indexStepNames } from "@/tests/support/name_index/index_history.ts";
import { register, rename } from "@/tests/support/name_index/write_patients.ts";
import { allRanks, Coverage } from "@/tests/support/name_index/coverage.ts";
import { withStore } from "@/tests/support/name_index/with_store.ts";

Deno.test("an index that is changed, merged, compacted, saved and loaded finds what the rule finds (long)", () => {
  const coverage = new Coverage();
  fc.assert(
    fc.property(anyIndexHistory, ({ steps, last }) => new IndexHistory(coverage).run(steps, last)),
    { numRuns: 600 },
  );
  coverage.assertMet([...indexStepNames, "loaded", ...allRanks], 10);
  console.log(`${coverage}`);
});

Deno.test("whatever happens to patients, processes and database, a search finds what a scan finds (long)", () =>
  withInitialDatabase(80, async (beginning) => {
    const coverage = new Coverage();
    await holds(
      anyClinicHistory(EVERYTHING, 25),
      50,
      (steps, last) => ClinicHistory.run(beginning, steps, last, coverage),
    );
    const events = ["in the middle", "loaded", "built anew", "older, running", "older, reopened"];
    coverage.assertMet([...stepNames, ...allRanks, ...events], 1);
    console.log(`${coverage}`);
  }));

Deno.test("whatever happens to a snapshot of several pages, a search finds what a scan finds", () =>
  withInitialDatabase(3_500, async (beginning) => {
    const coverage = new Coverage();
    await holds(
      anyClinicHistory(SNAPSHOTS, 20),
      10,
      (steps, last) => ClinicHistory.run(beginning, steps, last, coverage),
      3,
    );
    coverage.assertMet(["in the middle", "loaded", "built anew", ...harms], 1);
    console.log(`${coverage}`);
  }));

Deno.test("[R30] whatever is done before and after an older database is restored, nothing of the lost changes is found", () =>
  withInitialDatabase(3, async (beginning) => {
    const coverage = new Coverage();
    await holds(
      anyRestoredHistory(),
      80,
      (steps, last) => ClinicHistory.run(beginning, steps, last, coverage),
    );
    coverage.assertMet(["older, running"], 50);
  }));

Deno.test("patients who are registered or changed while the index is saved are found then and after a restart", () =>
  withInitialDatabase(3_000, async (beginning) => {
    await withStore(openInitialDatabase(beginning), async (store) => {
      const saving = store.finder.saveNow();
      await rename(store, beginning.patients[0]!, "Meanwhile Changed");
      await register(store, "Meanwhile Registered");
      await assertFindsLikeScan(store, "meanwhile", new Coverage());
      await saving;
    });
    await withStore(openInitialDatabase(beginning), async (store) => {
      let read = 0;
      await store.finder.load((done) => read = done);
      assert.ok(read < 3_000, "it was loaded");
      await assertFindsLikeScan(store, "meanwhile", new Coverage());
    });
  }));

Deno.test("an index that is saved twice at once has every patient once", () =>
  withInitialDatabase(3_000, (beginning) =>
    withStore(openInitialDatabase(beginning), async (store) => {
      await Promise.all([store.finder.saveNow(), store.finder.saveNow()]);
      await assertFindsLikeScan(store, "thabo", new Coverage());
      assert.equal(store.finder.index.size, 3_000);
    })));

function holds(
  histories: fc.Arbitrary<ClinicStep[]>,
  numRuns: number,
  run: (steps: readonly ClinicStep[], last: readonly string[]) => Promise<void>,
  seed?: number,
): Promise<void> {
  return fc.assert(fc.asyncProperty(histories, lastSearches, run), { numRuns, ...(seed ? { seed } : {}) });
}
