import { drive } from "./drive.ts";
import { rate } from "./measure.ts";
import { startIdle } from "./servers.ts";
import type { Settings } from "./settings.ts";

/** How many answers a second the load generator gets out of a server that does nothing. */
export interface Ceiling {
  readonly bytes: number;
  readonly rate: number;
}

const SIZES = [200, 12_000]; // a patient; a page of 50 visits

export async function ceilings({ connections, seconds }: Settings): Promise<Ceiling[]> {
  await using server = await startIdle();
  const found = [];
  for (const bytes of SIZES) {
    const requests = [{ method: "GET" as const, path: `/?bytes=${bytes}` }];
    const phase = { requests, once: false, seconds: seconds / 2 };
    const timings = await drive(server, connections, [{ name: "lead", ...phase }, {
      name: "warm",
      ...phase,
    }]);
    found.push({ bytes, rate: rate(timings.slice(1)) });
  }
  return found;
}
