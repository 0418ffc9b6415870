/**
 * `deno task bench pages`: the time to the first byte of the console's pages, signed in, on loopback, beside that of a
 * server that does nothing. Prints a table in Markdown, or with --json all figures.
 */
import { seedOurs } from "@/tests/bench/seed_ours.ts";
import { startIdle, startOurs } from "@/tests/bench/servers.ts";
import { judged, ms, table, whole } from "@/tests/bench/table.ts";
import type { World } from "@/tests/bench/world.ts";
import { pages } from "./pages.ts";
import { type Settings, settingsFrom } from "./settings.ts";
import { type Answer, timed, Visitor } from "./visitor.ts";

const ADMIN = { username: "admin1", password: "seven blankets dry" };
const AIM_MS = 20; // at the median, of the busiest page at 100,000 patients
const WARM_UP = 30; // for the compiler of a server that has just been started; about other people than those measured

/** Milliseconds, of all the times that a page was asked for. */
interface Times {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
  /** Bytes, unpacked. */
  readonly bytes: number;
}

/** @param args those after `pages` @throws TypeError for a wrong one */
export async function benchPages(args: string[]): Promise<void> {
  const settings = settingsFrom(args);
  const folder = await Deno.makeTempDir({ prefix: "dovms-bench-" });
  try {
    const idle = await ofIdle(settings);
    const found = await ofPages(settings, { data: `${folder}/data`, config: `${folder}/config` });
    console.log(
      settings.json ? JSON.stringify({ settings, idle, found }, null, 2) : report(settings, idle, found),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function ofPages({ patients, visits, times }: Settings, place: { data: string; config: string }) {
  tell(`Seeding ${patients} patients and ${visits} visits`);
  const world: World = await seedOurs(place, patients, visits);
  await using server = await startOurs(place);
  const visitor = await Visitor.signIn(server.port, ADMIN.username, ADMIN.password);
  await visitor.open("/patients?q=mokoena"); // waits until the index is there: it is made once, not for every page
  const found: Times[] = [];
  for (const { name, path } of pages) {
    tell(name);
    found.push(await measure(name, times, (n) => visitor.open(path(n, world))));
  }
  return found;
}

async function ofIdle({ times }: Settings): Promise<Times> {
  await using server = await startIdle();
  return await measure(
    "a server that does nothing",
    times,
    () => timed(`http://127.0.0.1:${server.port}/?bytes=12000`),
  );
}

async function measure(name: string, times: number, ask: (n: number) => Promise<Answer>): Promise<Times> {
  for (let n = 0; n < WARM_UP; n++) await ask(times + n);
  const answers: Answer[] = [];
  for (let n = 0; n < times; n++) answers.push(await ask(n));
  const sorted = answers.map(({ firstByte }) => firstByte).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { name, p50: at(0.5), p99: at(0.99), bytes: Math.max(...answers.map(({ bytes }) => bytes)) };
}

function report({ patients, visits, times }: Settings, idle: Times, found: readonly Times[]): string {
  const row = ({ name, p50, p99, bytes }: Times) => [
    name,
    ms(p50),
    ms(p99),
    (p50 / idle.p50).toFixed(1),
    whole(bytes / 1_000),
    judged(p50 < AIM_MS, `< ${AIM_MS}`),
  ];
  return [
    `${patients} patients, ${visits} visits. Milliseconds to the first byte, of ${times} requests one after the other.`,
    "",
    ...table(["", "p50", "p99", "times idle", "kB", "aim"], found.map(row)),
    "",
    `A server that does nothing: ${ms(idle.p50)} ms at the median, ${ms(idle.p99)} at p99.`,
  ].join("\n");
}

function tell(what: string): void {
  console.error(`${what} …`);
}
