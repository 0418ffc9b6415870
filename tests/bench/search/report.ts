import type { Ended } from "./child.ts";
import { CONNECTIONS, type Offered, RATE } from "./offered_plan.ts";
import { rate } from "@/tests/bench/measure.ts";
import { CHANGED } from "./inside_plan.ts";
import type { Other } from "./others.ts";
import { type Kind, KINDS } from "./queries.ts";
import { ratioOf, type Registrations } from "./registrations.ts";
import type { OfSize } from "./size.ts";
import { judged, ms, table, whole } from "@/tests/bench/table.ts";
import type { Times, TimesByKind } from "./times.ts";

/** The findings as tables in Markdown. @param idle what a server that does nothing takes at the same rate */
export function report(sizes: readonly OfSize[], idle: Offered): string {
  return [
    ...sizes.flatMap(ofOneSize),
    "### Index, start, memory, registering",
    "",
    ...footprints(sizes),
    "",
    `Times are milliseconds. A server that does nothing, asked ${RATE} times a second, answers after ${
      ms(idle.p50)
    } ` +
    `(p50) and ${ms(idle.p99)} (p99).`,
  ].join("\n");
}

function ofOneSize(found: OfSize): string[] {
  return [
    `### ${grouped(found.size)} patients`,
    "",
    `Ours, encrypted. Over HTTP with one connection, and with ${RATE} requests/s offered over ${CONNECTIONS}:`,
    "",
    ...ours(found),
    "",
    "The same names and searches, each inside a process, without HTTP; p50 and p99:",
    "",
    ...beside(found),
    "",
    ...remarks(found),
    "",
  ];
}

function ours({ size, http, inside }: OfSize): string[] {
  const { closed, even, random } = http;
  const head = ["", ...["1 conn.", `${RATE}/s even`].flatMap(twice), "aim", ...OURS.flatMap(twice)];
  const rows = KINDS.map((kind) => [
    kind,
    ...pair(closed[kind]),
    ...offered(even[kind]),
    size >= LARGE ? judged(even[kind].unsent === 0 && even[kind].p99 <= AIM_MS, `≤ ${AIM_MS}`) : "",
    ...offered(random[kind]),
    ...pair(inside.find[kind]),
    ...pair(inside.index[kind]),
  ]);
  return table(head, rows);
}

const OURS = [`${RATE}/s random`, "inside", "index"];

function twice(name: string): [string, string] {
  return [`${name} p50`, "p99"];
}

function offered({ p50, p99, unsent }: Offered): [string, string] {
  const atLeast = unsent > 0 ? "≥ " : "";
  return [atLeast + ms(p50), atLeast + ms(p99)];
}

const LARGE = 1_000_000;
const AIM_MS = 5;

function beside({ inside, others }: OfSize): string[] {
  const names = ["ours", "LIKE", "FTS5", "MiniSearch", "LIKE, any 50", "FTS5, any 50"];
  const all = [
    inside.find,
    timesIn(others.like, "times"),
    timesIn(others.fts5, "times"),
    timesIn(others.minisearch, "times"),
    timesIn(others.like, "any50"),
    timesIn(others.fts5, "any50"),
  ];
  const head = [
    "",
    ...names.flatMap(twice),
    "found by: ours",
    "LIKE",
    "FTS5",
    "MiniSearch",
  ];
  const rows = KINDS.map((kind) => [
    kind,
    ...all.flatMap((times) => pair(times[kind])),
    ...all.slice(0, 4).map((times) => percent(times[kind])),
  ]);
  return table(head, rows);
}

function timesIn(other: Other | Ended, which: "times" | "any50"): TimesByKind {
  return "ended" in other ? {} : other[which];
}

function pair(times: Pick<Times, "p50" | "p99"> | undefined): [string, string] {
  return [ms(times?.p50), ms(times?.p99)];
}

/** The part of the different searches that found anybody. */
function percent(times: Times | undefined): string {
  return times ? `${whole(times.found * 100)}%` : "–";
}

function remarks({ http, others, inside }: OfSize): string[] {
  const { closed: { mixed }, even, random } = http;
  const late = Math.max(...KINDS.flatMap((kind) => [even[kind].late, random[kind].late]));
  const ended = Object.entries(others).flatMap(([name, other]) =>
    "ended" in other ? [`${name}: ${other.ended}.`] : []
  );
  const few = [inside.find, ...Object.values(others).map((other) => timesIn(other, "times"))].flatMap(
    fewSearches,
  );
  return [
    `A mixed search takes the server ${whole(mixed.cpu)} µs of CPU: ${RATE}/s keep it busy for ` +
    `${whole(mixed.cpu * RATE / 1e4)}% of one core's time. The generator was itself late by up to ${
      ms(late)
    } ms ` +
    "(p99), which is in the figures.",
    ...KINDS.flatMap((kind) => [...unsent(kind, even[kind]), ...unsent(kind, random[kind])]),
    ...ended,
    ...(few.length > 0 ? [`Fewer than 100 searches in ten seconds: ${[...new Set(few)].join(", ")}.`] : []),
  ];
}

function unsent(kind: Kind, { unsent, requests }: Offered): string[] {
  return unsent > 0
    ? [`More than it can do (${kind}): ${unsent} of ${requests} requests were given up unsent.`]
    : [];
}

function fewSearches(times: TimesByKind): string[] {
  return KINDS.filter((kind) => (times[kind]?.searches ?? 100) < 100);
}

type Row = readonly [what: string, figure: (found: OfSize) => string];

function footprints(sizes: readonly OfSize[]): string[] {
  const rows = FOOTPRINTS.map(([what, figure]) => [what, ...sizes.map(figure)]);
  return table(["", ...sizes.map(({ size }) => grouped(size))], rows);
}

const FOOTPRINTS: readonly Row[] = [
  ["index from nothing, s", ({ building }) => (building.buildMs / 1_000).toFixed(2)],
  ["snapshot made, sealed, written, ms", ({ building }) => whole(building.snapshotMs)],
  ["snapshot, MB (pages)", ({ building: b }) => `${b.snapshotMb.toFixed(1)} (${b.snapshotPages})`],
  ["index loaded from it, ms", ({ inside }) => whole(inside.loadMs)],
  [`${grouped(CHANGED)} changed patients taken in, ms`, ({ inside }) => whole(inside.catchUpMs)],
  ["start to /healthz, ms", ({ http }) => whole(http.startMs)],
  ["start to first search, ms", ({ size, http }) => aimed(http.firstSearchMs, AIMS.startMs(size))],
  ["memory, index loaded, MB", ({ size, http }) => aimed(http.idle, AIMS.memoryMb(size))],
  ["the index alone, MB", ({ inside }) => whole(inside.indexMb)],
  ["memory after all searches, MB", ({ http }) => whole(http.after)],
  ["data folder, MB", ({ folderMb }) => whole(folderMb)],
  ["registrations/s, no snapshots", ({ registrations }) => whole(rate(registrations.without))],
  ["registrations/s while they are made", ({ registrations }) => whole(rate(registrations.during))],
  ["ratio, aim ≥ 0.9", ({ registrations }) => ratio(registrations)],
  [
    "for this part of the time, finished",
    ({ registrations: r }) => `${whole(r.making * 100)}%, ${r.finished}`,
  ],
  ["LIKE: memory, file, MB", ({ others }) => sizes(others.like)],
  ["FTS5: build, s", ({ others }) => buildSeconds(others.fts5)],
  ["FTS5: memory, file, MB", ({ others }) => sizes(others.fts5)],
  ["MiniSearch: build, s", ({ others }) => buildSeconds(others.minisearch)],
  ["MiniSearch: memory, MB", ({ others }) => memory(others.minisearch)],
];

/** Aims are set for a small clinic and for a million patients; in between there are none. */
const AIMS = {
  startMs: (size: number) => size >= LARGE ? 1_500 : size <= SMALL ? 300 : undefined,
  memoryMb: (size: number) => size >= LARGE ? 350 : size <= SMALL ? 150 : undefined,
};
const SMALL = 20_000;

function aimed(figure: number, most: number | undefined): string {
  return most === undefined
    ? whole(figure)
    : `${whole(figure)} (${judged(figure <= most, `≤ ${grouped(most)}`)})`;
}

function ratio(registrations: Registrations): string {
  const ratio = ratioOf(registrations);
  return judged(ratio >= 0.9, ratio.toFixed(2));
}

function sizes(other: Other | Ended): string {
  return "ended" in other ? "–" : `${whole(other.memoryMb)}, ${whole(other.fileMb)}`;
}

function memory(other: Other | Ended): string {
  return "ended" in other ? "–" : whole(other.memoryMb);
}

function buildSeconds(other: Other | Ended): string {
  return "ended" in other ? "–" : (other.buildMs / 1_000).toFixed(1);
}

function grouped(number: number): string {
  return number.toLocaleString("en");
}
