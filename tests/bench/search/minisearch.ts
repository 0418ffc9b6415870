/** A process of its own: MiniSearch, everything in memory. Reads an OtherPlan, prints an Other as JSON. */
import MiniSearch from "minisearch";
import { given, memoryNow } from "./child.ts";
import type { Other, OtherPlan } from "./others.ts";
import { people } from "./people.ts";
import { timesOf } from "./times.ts";

const A_UNIT = 10_000;

async function minisearch({ size, queries, seconds }: OtherPlan): Promise<Other> {
  const index = new MiniSearch({
    fields: ["full_name", "file_number"],
    storeFields: ["full_name", "date_of_birth", "gender", "contact_details", "file_number"],
    searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND" },
  });
  const from = performance.now();
  let id = 0, unit = [];
  for (const person of people(size)) {
    unit.push({ id: id++, ...person });
    if (unit.length === A_UNIT) index.addAll(unit.splice(0));
  }
  index.addAll(unit);
  unit = [];
  const buildMs = performance.now() - from;
  const memoryMb = memoryNow();
  const times = await timesOf(queries, seconds, (search) => {
    const found = index.search(search);
    found.slice(0, 50);
    return found.length;
  });
  return { buildMs, memoryMb, fileMb: 0, times, any50: {} };
}

if (import.meta.main) console.log(JSON.stringify(await minisearch(await given<OtherPlan>())));
