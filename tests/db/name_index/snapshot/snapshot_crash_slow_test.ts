import assert from "node:assert/strict";
import { pageCount } from "@/db/name_index/snapshot/layout.ts";
import { DatabaseUnavailable, type Port } from "@/db/port/port.ts";
import type { Store } from "@/db/store.ts";
import { onEveryStore } from "@/tests/support/db/databases.ts";
import { tamper } from "@/tests/support/db/rows.ts";
import {
  contentOf,
  generations,
  noPause,
  snapshotOf,
  snapshotsAt,
  snapshotsOf,
} from "@/tests/support/name_index/snapshots.ts";

const OLD = snapshotOf(2, 1);
const NEW = snapshotOf(3, 2);

onEveryStore(
  "killed after any write it leaves the old snapshot or the new one, never a mix",
  async (store) => {
    const outcomes: string[] = [];
    for (let writes = 0, finished = false; !finished; writes++) {
      await snapshotsOf(store).save(OLD, noPause);
      finished = await saveUntilKilled(store, writes);
      const loaded = contentOf(await snapshotsOf(store).load());
      outcomes.push(loaded?.highest === NEW.highest ? "new" : "old");
      assert.deepEqual(
        loaded,
        contentOf(outcomes.at(-1) === "new" ? NEW : OLD),
        `killed after ${writes} writes`,
      );
      await assertNextCleansUp(store, `killed after ${writes} writes`);
    }
    const written = pageCount(NEW.whole);
    assert.deepEqual(
      outcomes.slice(0, written + 1),
      Array(written + 1).fill("old"),
      "pages alone change nothing",
    );
    assert.ok(outcomes.length > written + 2, "and it was killed while it removed the old pages, too");
    assert.deepEqual(outcomes.slice(written + 1), Array(outcomes.length - written - 1).fill("new"));
  },
);

onEveryStore("killed before there was any snapshot, there is none or the whole", async (store) => {
  for (let writes = 0, finished = false; !finished; writes++) {
    for (const table of ["name_index", "name_index_page"]) await tamper(store, `DELETE FROM ${table}`);
    finished = await saveUntilKilled(store, writes);
    const loaded = contentOf(await snapshotsOf(store).load());
    assert.deepEqual(loaded, finished ? contentOf(NEW) : undefined, `killed after ${writes} writes`);
  }
});

onEveryStore(
  "where another process was faster, its snapshot stays",
  async (store) => {
    await snapshotsOf(store).save(OLD, noPause);
    const another = snapshotOf(1, 3);
    for (let after = 1; after <= pageCount(NEW.whole); after++) {
      let pages = 0;
      await snapshotsOf(store).save(NEW, async () => {
        if (++pages === after) await snapshotsOf(store).save(another, noPause);
      });
      assert.deepEqual(
        contentOf(await snapshotsOf(store).load()),
        contentOf(another),
        `after ${after} pages`,
      );
      await assertNextCleansUp(store, `after ${after} pages`);
    }
  },
);

onEveryStore(
  "where another process began earlier but switched first, its snapshot stays too",
  async (store) => {
    const another = snapshotOf(1, 3);
    const written = Promise.withResolvers<void>();
    const allowed = Promise.withResolvers<void>();
    const first = snapshotsOf(store).save(another, () => {
      written.resolve();
      return allowed.promise;
    });
    await written.promise;
    let pages = 0;
    await snapshotsOf(store).save(NEW, async () => {
      if (++pages < pageCount(NEW.whole)) return;
      allowed.resolve();
      await first;
    });
    assert.deepEqual(contentOf(await snapshotsOf(store).load()), contentOf(another));
    await assertNextCleansUp(store, "after both");
  },
);

onEveryStore("a page that is lost before the switch keeps the old snapshot in place", async (store) => {
  await snapshotsOf(store).save(OLD, noPause);
  let pages = 0;
  const sql = "DELETE FROM name_index_page WHERE generation = (SELECT max(generation) FROM name_index_page)";
  await snapshotsOf(store).save(NEW, async () => {
    if (++pages === 2) await tamper(store, `${sql} AND page = 0`);
  });
  assert.deepEqual(contentOf(await snapshotsOf(store).load()), contentOf(OLD));
});

/** Saves NEW on a connection that ends after so many writes; whether it was finished before. */
async function saveUntilKilled(store: Store, writes: number): Promise<boolean> {
  try {
    await snapshotsAt(dyingAfter(store.port, writes), store.databaseId, store.keys).save(NEW, noPause);
    return true;
  } catch (error) {
    if (error instanceof DatabaseUnavailable && error.reason === "unreachable") return false;
    throw error;
  }
}

/** The port of a process that is killed: nothing it does after so many writes reaches the database. */
function dyingAfter(port: Port, writes: number): Port {
  let left = writes;
  const alive = <T>(work: () => Promise<T>) =>
    left < 0 ? Promise.reject(new DatabaseUnavailable("unreachable")) : work();
  return {
    read: (statement) => alive(() => port.read(statement)),
    readOne: (statement) => alive(() => port.readOne(statement)),
    write: (statements, durable) => {
      left--;
      return alive(() => port.write(statements, durable));
    },
    close: () => {},
  };
}

async function assertNextCleansUp(store: Store, when: string): Promise<void> {
  const next = snapshotOf(1, 5);
  await snapshotsOf(store).save(next, noPause);
  assert.deepEqual(await generations(store), [1], when);
  assert.deepEqual(contentOf(await snapshotsOf(store).load()), contentOf(next), when);
}
