/** A process of its own: loads the index and times searches in it, with no HTTP. Prints an Inside as JSON. */
import { parseSearch } from "@/db/name_index/rule/query.ts";
import { type Store, systemEntry } from "@/db/store.ts";
import { given, memoryNow } from "./child.ts";
import { openOurs } from "./clinic.ts";
import { CHANGED, type Inside, type InsidePlan } from "./inside_plan.ts";
import { timesOf } from "./times.ts";

const LIMIT = 50; // patients, as the API's page

async function inside(store: Store, { queries, seconds }: InsidePlan): Promise<Inside> {
  const { finder } = store;
  const before = memoryNow();
  const from = performance.now();
  await finder.load();
  const loadMs = performance.now() - from;
  const indexMb = memoryNow() - before;
  const find = await timesOf(queries, seconds, async (search) => (await finder.find(search, LIMIT)).total);
  const index = await timesOf(
    queries,
    seconds,
    (search) => finder.index.search(parseSearch(search), LIMIT).total,
  );
  return { loadMs, indexMb, find, index, catchUpMs: await catchUp(store) };
}

/** Every patient of the first page gets another name. */
async function catchUp(store: Store): Promise<number> {
  const rows = await store.patients.page("", CHANGED, false);
  const changes = rows.flatMap(({ record, ...row }) => {
    if (record instanceof Error) return [];
    const changed = { ...record, full_name: `${record.full_name} Another` };
    return [store.patients.update({ ...row, version: row.version + 1, record: changed }, { ...row, record })];
  });
  await store.commit(changes, systemEntry("bench.change", new Date()));
  const from = performance.now();
  await store.finder.find("another", 1);
  return performance.now() - from;
}

if (import.meta.main) {
  const plan = await given<InsidePlan>();
  const database = await openOurs(plan.place);
  const { store } = database.clinic;
  console.log(JSON.stringify(await inside(store, plan)));
  await store.finder.whenIdle();
  await store.finder.saveNow(); // so that servers started from here on have nothing to catch up with
  await database.close();
}
