import { type Ended, inProcess, mustAnswer } from "./child.ts";
import { bytesIn, seed } from "./clinic.ts";
import { type Http, overHttp } from "./http.ts";
import type { Building, Inside, InsidePlan } from "./inside_plan.ts";
import type { Other, OtherPlan } from "./others.ts";
import { KINDS, queriesFor } from "./queries.ts";
import { type Registrations, registrations } from "./registrations.ts";
import type { Settings } from "./settings.ts";

/** Everything that was found at one number of patients. */
export interface OfSize {
  readonly size: number;
  readonly building: Building;
  readonly inside: Inside;
  readonly http: Http;
  readonly registrations: Registrations;
  /** Our data folder, with the snapshot and the audit of the seeding. */
  readonly folderMb: number;
  readonly others: Others;
}

/** Who else searched the same names. */
export interface Others {
  readonly like: Other | Ended;
  readonly fts5: Other | Ended;
  readonly minisearch: Other | Ended;
}

const MINISEARCH_HEAP_MB = 8_192;
const BUILD_SECONDS = 900; // to put a million into a table, or into MiniSearch
const KIND_SECONDS = 25; // of a kind, its first round included, at most; see times.ts

/** Seeds a clinic of this size, measures everything on it, and removes it. */
export async function ofSize(
  size: number,
  settings: Settings,
  tell: (what: string) => void,
): Promise<OfSize> {
  const folder = await Deno.makeTempDir({ prefix: "dovms-bench-search-" });
  try {
    return await measured(size, settings, folder, (what) => tell(`${size}: ${what}`));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function measured(
  size: number,
  { seconds, starts }: Settings,
  folder: string,
  tell: (what: string) => void,
): Promise<OfSize> {
  const place = { data: `${folder}/data`, config: `${folder}/config` };
  const queries = queriesFor(size);
  await seed(place, size, everyTenth(size, (percent) => tell(`seeding, ${percent}%`)));

  const limit = BUILD_SECONDS + 2 * KINDS.length * KIND_SECONDS;
  const plan: InsidePlan = { place, queries, seconds };
  tell("building the index");
  const building = await mustAnswer<Building>("inside_build.ts", plan, limit);
  tell("searching inside a process");
  const inside = await mustAnswer<Inside>("inside_search.ts", plan, limit);
  const folderMb = await bytesIn(place.data) / 2 ** 20;
  tell("searching over HTTP");
  const http = await overHttp(place, queries, seconds, starts);
  tell("registering");
  const registered = await registrations(place, size);
  const others = await beside({ size, queries, seconds, folder: `${folder}/other` }, limit, tell);
  return { size, building, inside, http, registrations: registered, folderMb, others };
}

/** One after the other, each in a process and a folder of its own. */
async function beside(plan: OtherPlan, limit: number, tell: (what: string) => void): Promise<Others> {
  const run = async (what: string, script: string, heapMb?: number) => {
    tell(what);
    await Deno.mkdir(plan.folder);
    const found = await inProcess<Other>(script, plan, limit, heapMb);
    await Deno.remove(plan.folder, { recursive: true });
    return found;
  };
  return {
    like: await run("LIKE", "like.ts"),
    fts5: await run("FTS5", "fts5.ts"),
    minisearch: await run("MiniSearch", "minisearch.ts", MINISEARCH_HEAP_MB),
  };
}

/** Passes on whole tenths, told how many are done. */
function everyTenth(size: number, tell: (percent: number) => void): (done: number) => void {
  let told = 0;
  return (done) => {
    const tenth = Math.floor(done * 10 / size);
    if (tenth > told) tell((told = tenth) * 10);
  };
}
