/** A process of its own: makes the index of a clinic that has none, and keeps it. Prints a Building as JSON. */
import type { Store } from "@/db/store.ts";
import { given } from "./child.ts";
import { openOurs } from "./clinic.ts";
import type { Building, InsidePlan } from "./inside_plan.ts";

async function build({ store }: { store: Store }): Promise<Building> {
  const buildMs = await took(() => store.finder.load());
  await store.finder.whenIdle(); // the snapshot that it makes by itself, at leisure
  const snapshotMs = await took(() => store.finder.saveNow());
  const [row] = await store.port.read({
    sql: "SELECT count(*), coalesce(sum(length(sealed)), 0) FROM name_index_page",
    args: [],
  });
  const [pages, bytes] = row as number[];
  return { buildMs, snapshotMs, snapshotPages: pages!, snapshotMb: bytes! / 2 ** 20 };
}

async function took(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

if (import.meta.main) {
  const { place } = await given<InsidePlan>();
  const database = await openOurs(place);
  console.log(JSON.stringify(await build(database.clinic)));
  await database.close();
}
