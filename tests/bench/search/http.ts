import { drive } from "@/tests/bench/drive.ts";
import type { Phase, Timing } from "@/tests/bench/plan.ts";
import { memoryMb } from "@/tests/bench/process.ts";
import type { OurPlace } from "@/tests/bench/seed_ours.ts";
import { LEAD_SECONDS, offer } from "./offering.ts";
import type { Offered } from "./offered_plan.ts";
import { type Kind, KINDS, type Queries } from "./queries.ts";
import { type Server, signIn, startOurs } from "@/tests/bench/servers.ts";

/** What the server does, from the outside. */
export interface Http {
  /** Milliseconds from being spawned to the first 200 on /healthz, and to the first answered search: medians. */
  readonly startMs: number;
  readonly firstSearchMs: number;
  /** Resident memory in MB, with the index loaded, and after everything that was asked here. */
  readonly idle: number;
  readonly after: number;
  /** One connection that asks when it is answered. */
  readonly closed: Readonly<Record<Kind, Timing>>;
  /** 500 requests a second, whether or not they are answered, at even distances and at random ones. */
  readonly even: Readonly<Record<Kind, Offered>>;
  readonly random: Readonly<Record<Kind, Offered>>;
}

const SETTLE_MS = 1_500;
const CHECKED = 20; // queries of a kind

/** Starts the server, searches over HTTP, and starts it again and again. @throws Error where an answer is wrong */
export async function overHttp(
  place: OurPlace,
  queries: Queries,
  seconds: number,
  starts: number,
): Promise<Http> {
  const token = await firstToken(place);
  const started: Started[] = [];
  for (let n = 1; n < starts; n++) {
    await using server = await startOurs(place);
    started.push(await firstSearch(server, token));
  }
  await using server = await startOurs(place);
  started.push(await firstSearch(server, token));
  const idle = await settled(server);
  const signedIn = { ...server, token };
  await mustFindRightly(signedIn, queries);
  const closed = await drive(signedIn, 1, KINDS.flatMap((kind) => stretch(queries[kind], seconds)));
  const [even, random] = await offered(server.port, await signIn(server), queries, seconds);
  return {
    startMs: median(started.map(({ startMs }) => startMs)),
    firstSearchMs: median(started.map(({ firstSearchMs }) => firstSearchMs)),
    idle,
    closed: byKind(closed.filter(({ name }) => name !== "lead")),
    even,
    random,
    after: await settled(server),
  };
}

/** From a server of its own: signing in takes longer than a start, and is not what is measured. */
async function firstToken(place: OurPlace): Promise<string> {
  await using server = await startOurs(place);
  return await signIn(server);
}

interface Started {
  readonly startMs: number;
  readonly firstSearchMs: number;
}

async function firstSearch({ port, startMs }: Server, token: string): Promise<Started> {
  const healthyAt = performance.now();
  await find(port, token, "thabo");
  return { startMs, firstSearchMs: startMs + performance.now() - healthyAt };
}

/** What is asked exactly is found, and what nobody is called is not. */
async function mustFindRightly({ port, token }: Server, queries: Queries): Promise<void> {
  for (const kind of KINDS) {
    const totals = [];
    for (const search of queries[kind].slice(0, CHECKED)) totals.push(await find(port, token!, search));
    const some = totals.filter((total) => total > 0).length;
    if (RIGHT[kind](some, totals.length)) continue;
    throw new Error(`${some} of ${totals.length} searches found somebody (${kind})`);
  }
}

const all = (found: number, asked: number) => found === asked;
const RIGHT: Readonly<Record<Kind, (found: number, asked: number) => boolean>> = {
  "exact word": all,
  "prefix": all,
  "one letter": all,
  "two terms": all,
  "misspelt": (found, asked) => found >= asked * 0.8,
  "file number": all,
  "no hit": (found) => found === 0,
  "mixed": (found) => found > 0,
};

/** How many a search finds. @throws Error where it is not answered with 200 */
async function find(port: number, token: string, search: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`http://127.0.0.1:${port}${pathOf(search)}`, { headers });
  await response.body?.cancel();
  if (response.status !== 200) throw new Error(`a search was answered ${response.status}`);
  return Number(response.headers.get("x-total-count"));
}

function stretch(searches: readonly string[], seconds: number): Phase[] {
  const requests = searches.map((search) => ({ method: "GET" as const, path: pathOf(search) }));
  return [
    { name: "lead", requests, once: false, seconds: LEAD_SECONDS },
    { name: "warm", requests, once: false, seconds },
  ];
}

async function offered(
  port: number,
  token: string,
  queries: Queries,
  seconds: number,
): Promise<[even: Record<Kind, Offered>, random: Record<Kind, Offered>]> {
  const stretches = (["even", "random"] as const).flatMap((spacing) =>
    KINDS.map((kind) => ({ paths: queries[kind].map(pathOf), spacing }))
  );
  const found = await offer(port, token, stretches, seconds);
  return [byKind(found), byKind(found.slice(KINDS.length))];
}

/** The default limit: a page of 50. */
function pathOf(search: string): string {
  return `/api/patients/?search=${encodeURIComponent(search)}`;
}

function byKind<T>(all: readonly T[]): Record<Kind, T> {
  return Object.fromEntries(KINDS.map((kind, n) => [kind, all[n]!])) as Record<Kind, T>;
}

async function settled({ pid }: Server): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return await memoryMb(pid);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}
