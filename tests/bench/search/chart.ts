import type { Ended } from "./child.ts";
import { CONNECTIONS, RATE } from "./offered_plan.ts";
import type { Other } from "./others.ts";
import { INK, type Line, Plot, type Point } from "./plot.ts";
import type { OfSize } from "./size.ts";

const TITLE = "Finding a patient: the slowest of a hundred searches";
const WIDTH = 720, HEIGHT = 440;

/** The p99 of mixed searches against the number of patients, both axes logarithmic, as SVG. */
export function chart(sizes: readonly OfSize[]): string {
  const lines = linesOf(sizes);
  const plot = new Plot({ left: 72, top: 84, right: 572, bottom: 362 }, sizes.map(({ size }) => size), lines);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"`,
    `  role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13" fill="${INK}">`,
    `<title id="title">${TITLE}</title>`,
    `<desc id="desc">${lines.map(inWords).join(" ")}</desc>`,
    `<text x="16" y="26" font-size="17" font-weight="600">${TITLE}</text>`,
    `<text x="16" y="47">Ours: encrypted, over HTTP, ${RATE} requests/s over ${CONNECTIONS} connections.</text>`,
    `<text x="16" y="65">The others: plaintext in the same process, no HTTP, one search at a time.</text>`,
    ...plot.axes(`aim ${AIM_MS} ms`, AIM_MS),
    ...lines.flatMap((line) => plot.line(line)),
    ...plot.names(lines),
    `<text x="16" y="${
      HEIGHT - 12
    }">p99 of mixed searches. * cannot answer those of one or two letters, which are left out for it.</text>`,
    "</svg>",
    "",
  ].join("\n");
}

const AIM_MS = 5;

// Of middling brightness, so that they are as clear on a dark page as on a light one.
const COLOURS = { ours: "#1f8f7f", like: "#c26a2d", fts5: "#8a6fc4", minisearch: "#4a86c5" };

function linesOf(sizes: readonly OfSize[]): Line[] {
  const of = (which: keyof OfSize["others"]) =>
    sizes.flatMap(({ size, others }) => pointOf(size, p99Of(others[which])));
  return [
    {
      name: "ours, over HTTP",
      colour: COLOURS.ours,
      width: 3.5,
      points: sizes.flatMap(({ size, http }) => pointOf(size, http.even.mixed.p99)),
    },
    { name: "LIKE '%x%'", colour: COLOURS.like, width: 2, points: of("like") },
    { name: "FTS5, trigrams*", colour: COLOURS.fts5, width: 2, points: of("fts5") },
    { name: "MiniSearch", colour: COLOURS.minisearch, width: 2, points: of("minisearch") },
  ].filter(({ points }) => points.length > 0);
}

function p99Of(other: Other | Ended): number | undefined {
  return "ended" in other ? undefined : other.times.mixed?.p99;
}

function pointOf(size: number, ms: number | undefined): Point[] {
  return ms === undefined || Number.isNaN(ms) ? [] : [{ size, ms }];
}

function inWords({ name, points }: Line): string {
  const parts = points.map(({ size, ms }) =>
    `${ms.toFixed(ms < 10 ? 1 : 0)} ms among ${size.toLocaleString("en")}`
  );
  return `${name}: ${parts.join(", ")}.`;
}
