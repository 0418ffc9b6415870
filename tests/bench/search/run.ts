/**
 * `deno task bench search`: how long it takes to find a patient, at several sizes, and beside it three ways to search
 * plaintext. Prints tables in Markdown, or with --json all figures.
 */
import { chart } from "./chart.ts";
import { floor } from "./offering.ts";
import { report } from "./report.ts";
import { settingsFrom } from "./settings.ts";
import { type OfSize, ofSize } from "./size.ts";

/** @param args those after `search` @throws TypeError for a wrong one */
export async function benchSearch(args: string[]): Promise<void> {
  const settings = settingsFrom(args);
  const idle = await floor(settings.seconds);
  const found: OfSize[] = [];
  for (const size of settings.sizes) found.push(await ofSize(size, settings, tell));
  if (settings.svg !== undefined) await Deno.writeTextFile(settings.svg, chart(found));
  console.log(settings.json ? JSON.stringify({ settings, idle, found }, null, 2) : report(found, idle));
}

function tell(what: string): void {
  console.error(`${what} …`);
}
