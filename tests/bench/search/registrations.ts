import type { PatientRecord } from "@/db/tables/patients.ts";
import { drive } from "@/tests/bench/drive.ts";
import { rate } from "@/tests/bench/measure.ts";
import type { Phase, Timing } from "@/tests/bench/plan.ts";
import type { OurPlace } from "@/tests/bench/seed_ours.ts";
import { CONNECTIONS } from "./offered_plan.ts";
import { newcomers } from "./people.ts";
import type { Snapshots } from "./registering.ts";
import { signIn } from "@/tests/bench/servers.ts";
import { startRegistering } from "./server.ts";

/** How fast patients are registered with snapshots made meanwhile, as the program makes them, and with none. */
export interface Registrations {
  readonly without: readonly Timing[];
  readonly during: readonly Timing[];
  /** The part of the time for which a snapshot was being made, in the rounds with them: 0 to 1. */
  readonly making: number;
  readonly finished: number;
}

const ROUNDS = ["without", "during", "during", "without"] as const; // so that what grows slower favours neither
const MOST_SECONDS = 60;

/** Registers invented patients over 64 connections, each round on a server started for it. */
export async function registrations(place: OurPlace, size: number): Promise<Registrations> {
  const { lead, count } = countsFor(size);
  const people = newcomers(ROUNDS.length * (lead + count));
  const timings: Record<typeof ROUNDS[number], Timing[]> = { without: [], during: [] };
  let ms = 0, finished = 0;
  for (const round of ROUNDS) {
    const own = people.splice(0, lead + count);
    const found = await register(place, round, own.slice(0, lead), own.slice(lead));
    timings[round].push(found.timing);
    ms += found.ms;
    finished += found.finished;
  }
  const seconds = timings.during.reduce((sum, timing) => sum + timing.seconds, 0);
  return { ...timings, making: Math.min(1, ms / 1_000 / seconds), finished };
}

/** What is registered with snapshots, against what is without. */
export function ratioOf({ without, during }: Registrations): number {
  return rate(during) / rate(without);
}

/** The lead is more changes than a snapshot waits for, so that one is being made from the first request that counts. */
function countsFor(size: number): { lead: number; count: number } {
  return {
    lead: Math.min(Math.max(size / 16, 256), 8_192) + 1_000,
    count: Math.min(Math.max(size / 10, 5_000), 20_000),
  };
}

async function register(
  place: OurPlace,
  round: typeof ROUNDS[number],
  lead: readonly PatientRecord[],
  counted: readonly PatientRecord[],
): Promise<Snapshots & { timing: Timing }> {
  await using server = await startRegistering(place, round === "without");
  const signedIn = { ...server, token: await signIn(server) };
  await drive(signedIn, CONNECTIONS, [phase("lead", lead)]);
  const before = await snapshots(server.port);
  const [timing] = await drive(signedIn, CONNECTIONS, [phase("write", counted)]);
  const after = await snapshots(server.port);
  return { timing: timing!, finished: after.finished - before.finished, ms: after.ms - before.ms };
}

function phase(name: Phase["name"], people: readonly PatientRecord[]): Phase {
  const requests = people.map((body) => ({ method: "POST" as const, path: "/api/patients/", body }));
  return { name, requests, once: true, seconds: MOST_SECONDS };
}

async function snapshots(port: number): Promise<Snapshots> {
  const response = await fetch(`http://127.0.0.1:${port}/bench/snapshots`);
  return await response.json();
}
