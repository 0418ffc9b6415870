/**
 * `deno task bench`: our server beside a bare one, on the same data and in the same run. Prints tables in Markdown, or
 * with --json all figures. Takes about four minutes; `--quick` half a minute. `deno task bench search`,
 * `deno task bench pages` and `deno task bench hostile` are benches of their own: see run.ts in these folders.
 */
import { seedBare } from "./bare_database.ts";
import { ceilings } from "./ceiling.ts";
import { footprint } from "./footprint.ts";
import { measure, type Measured } from "./measure.ts";
import { operations } from "./operations.ts";
import { type Findings, report } from "./report.ts";
import { mustAnswerAlike } from "./same_answers.ts";
import { benchHostile } from "./hostile/run.ts";
import { benchPages } from "./pages/run.ts";
import { benchSearch } from "./search/run.ts";
import { seedOurs } from "./seed_ours.ts";
import { starter } from "./servers.ts";
import { type Settings, settingsFrom } from "./settings.ts";

async function bench(settings: Settings, folder: string): Promise<Findings> {
  const place = { data: `${folder}/data`, config: `${folder}/config` };
  const bareFile = `${folder}/bare.db`;
  tell(`Seeding ${settings.patients} patients and ${settings.visits} visits`);
  const world = await seedOurs(place, settings.patients, settings.visits);
  seedBare(bareFile, world);

  const start = starter(place, bareFile);
  const all = operations(world);
  await mustAnswerAlike(start, all);
  const measured: Measured[] = [];
  for (const [nth, operation] of all.entries()) {
    if (!operation.name.includes(settings.only)) continue;
    tell(operation.name);
    measured.push(...await measure(start, operation, nth, settings));
  }
  tell("start and memory");
  const footprints = {
    ours: await footprint(start, "ours", all, settings),
    bare: await footprint(start, "bare", all, settings),
  };
  return { settings, ceilings: await ceilings(settings), measured, footprints };
}

function tell(what: string): void {
  console.error(`${what} …`);
}

async function benchServers(args: string[]): Promise<void> {
  const settings = settingsFrom(args);
  const folder = await Deno.makeTempDir({ prefix: "dovms-bench-" });
  try {
    const findings = await bench(settings, folder);
    console.log(settings.json ? JSON.stringify(findings, null, 2) : report(findings));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const [first, ...others] = Deno.args;
  if (first === "search") await benchSearch(others);
  else if (first === "pages") await benchPages(others);
  else if (first === "hostile") await benchHostile(others);
  else await benchServers(Deno.args);
}
