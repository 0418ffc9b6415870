/** A line: milliseconds at each number of patients, where it was measured. */
export interface Line {
  readonly name: string;
  readonly colour: string;
  readonly width: number;
  readonly points: readonly Point[];
}
export interface Point {
  readonly size: number;
  readonly ms: number;
}

/** Where the axes are, in units of the picture. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Text and axes: readable on white and on black. */
export const INK = "#747b85";

/** Milliseconds upwards and numbers of patients to the right, both logarithmic. */
export class Plot {
  readonly #least: number;
  readonly #most: number;
  readonly #fewest: number;
  readonly #many: number;

  constructor(
    private readonly frame: Frame,
    private readonly sizes: readonly number[],
    lines: readonly Line[],
  ) {
    const times = lines.flatMap(({ points }) => points.map(({ ms }) => ms));
    this.#least = Math.floor(Math.log10(Math.min(1, ...times))); // whole powers of ten, 1 to 10 ms at the least
    this.#most = Math.ceil(Math.log10(Math.max(10, ...times)));
    this.#fewest = Math.log10(Math.min(...sizes));
    this.#many = Math.log10(Math.max(...sizes));
  }

  /** Both axes with their figures, and a dashed line at an aim. */
  axes(aim: string, aimMs: number): string[] {
    const { left, right, bottom } = this.frame;
    const powers = Array.from({ length: this.#most - this.#least + 1 }, (_, n) => 10 ** (this.#least + n));
    return [
      ...powers.flatMap((ms) => this.#level(ms)),
      ...this.sizes.map((size) =>
        `<text x="${this.#x(size)}" y="${bottom + 20}" text-anchor="middle">${
          size.toLocaleString("en")
        }</text>`
      ),
      `<text x="${(left + right) / 2}" y="${bottom + 40}" text-anchor="middle">patients</text>`,
      `<path d="M${left} ${this.#y(aimMs)}H${right}" stroke="${INK}" stroke-dasharray="2 4"/>`,
      `<text x="${left - 8}" y="${this.#y(aimMs) + 4}" text-anchor="end" font-style="italic">${aim}</text>`,
    ];
  }

  /** The line itself and a dot where it was measured. */
  line({ colour, width, points }: Line): string[] {
    const places = points.map(({ size, ms }) => `${this.#x(size)} ${this.#y(ms)}`);
    return [
      `<path d="M${
        places.join("L")
      }" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`,
      ...points.map(({ size, ms }) =>
        `<circle cx="${this.#x(size)}" cy="${this.#y(ms)}" r="${width + 1.5}" fill="${colour}"/>`
      ),
    ];
  }

  /** The name of each line at its end, with its last time; moved apart where they would touch. */
  names(lines: readonly Line[]): string[] {
    const ends = lines.map(({ points }) => points.at(-1)!);
    const heights = apart(ends.map(({ ms }) => this.#y(ms)), LINE_HEIGHT * 2.3);
    return lines.flatMap(({ name, colour }, n) => [
      `<text x="${this.frame.right + 14}" y="${
        whole(heights[n]!)
      }" fill="${colour}" font-weight="600">${name}</text>`,
      `<text x="${this.frame.right + 14}" y="${whole(heights[n]! + LINE_HEIGHT)}">${
        timeText(ends[n]!.ms)
      }</text>`,
    ]);
  }

  #level(ms: number): string[] {
    const { left, right } = this.frame;
    const y = this.#y(ms);
    return [
      `<path d="M${left} ${y}H${right}" stroke="${INK}" stroke-opacity="0.3"/>`,
      `<text x="${left - 8}" y="${y + 4}" text-anchor="end">${timeText(ms)}</text>`,
    ];
  }

  #x(size: number): number {
    const { left, right } = this.frame;
    const inset = 24; // so that the first dot does not lie on the figures
    const span = this.#many - this.#fewest || 1;
    return whole(left + inset + (Math.log10(size) - this.#fewest) / span * (right - left - inset));
  }

  #y(ms: number): number {
    const { top, bottom } = this.frame;
    return whole(bottom - (Math.log10(ms) - this.#least) / (this.#most - this.#least) * (bottom - top));
  }
}

const LINE_HEIGHT = 16;

/** Heights in the same order, each at least `least` from the next. */
function apart(heights: readonly number[], least: number): number[] {
  const order = heights.map((_, n) => n).sort((a, b) => heights[a]! - heights[b]!);
  const placed = [...heights];
  for (const [n, each] of order.entries()) {
    if (n > 0) placed[each] = Math.max(placed[each]!, placed[order[n - 1]!]! + least);
  }
  return placed;
}

function timeText(ms: number): string {
  return ms >= 1_000 ? `${Number((ms / 1_000).toPrecision(2))} s` : `${Number(ms.toPrecision(2))} ms`;
}

function whole(number: number): number {
  return Math.round(number);
}
