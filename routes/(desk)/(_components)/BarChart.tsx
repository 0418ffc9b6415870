export interface Bar {
  /** The day in full, for the table. */
  readonly day: string;
  /** The day of the month alone, under the bar. */
  readonly short: string;
  readonly count: number;
}

export interface BarChartProps {
  /** What the picture shows, in one sentence; also for screen readers. */
  readonly caption: string;
  /** Oldest first. The last is today, which is not complete: it is drawn as an outline. */
  readonly bars: readonly Bar[];
  /** What the counts are sums of, as further columns of the table. */
  readonly parts?: readonly BarChartPart[];
  readonly labels: { readonly table: string; readonly day: string; readonly count: string };
}

export interface BarChartPart {
  readonly name: string;
  /** One for each bar. */
  readonly counts: readonly number[];
}

const BARS_HEIGHT_PX = 120; // of the highest bar
const LABEL_HEIGHT_PX = 22; // room for the figure above a bar

/** Counts per day, as bars and as a table. Positions are percentages, so that text keeps its size. */
export function BarChart({ caption, bars, parts = [], labels }: BarChartProps) {
  const figures = <Figures caption={caption} bars={bars} parts={parts} labels={labels} />;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <figure class="bars">
      <figcaption>{caption}</figcaption>
      <svg width="100%" height={LABEL_HEIGHT_PX + BARS_HEIGHT_PX + 26} role="img" aria-label={caption}>
        {bars.map((bar, index) => (
          <BarDrawing
            key={bar.day}
            bar={bar}
            height={Math.round(bar.count / most * BARS_HEIGHT_PX)}
            slot={[index, bars.length]}
          />
        ))}
      </svg>
      <details class="fold">
        <summary>{labels.table}</summary>
        {parts.length > 0
          ? <div class="wide" role="region" aria-label={labels.table} tabIndex={0}>{figures}</div>
          : figures}
      </details>
    </figure>
  );
}

interface DrawnProps {
  readonly bar: Bar;
  readonly height: number;
  readonly slot: readonly [index: number, of: number];
}

function BarDrawing({ bar: { short, count }, height, slot: [index, of] }: DrawnProps) {
  const part = (share: number) => `${((index + share) / of * 100).toFixed(2)}%`;
  const top = LABEL_HEIGHT_PX + BARS_HEIGHT_PX - height;
  return (
    <>
      <rect
        class={index === of - 1 ? "today" : undefined}
        x={part(0.14)}
        y={top}
        width={`${(72 / of).toFixed(2)}%`}
        height={height}
        rx="3"
      />
      <text x={part(0.5)} y={top - 6}>{count}</text>
      <text class="under" x={part(0.5)} y={LABEL_HEIGHT_PX + BARS_HEIGHT_PX + 19}>{short}</text>
    </>
  );
}

function Figures({ caption, bars, parts, labels }: BarChartProps & { parts: readonly BarChartPart[] }) {
  return (
    <table class="figures">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labels.day}</th>
          <th scope="col" class="num">{labels.count}</th>
          {parts.map(({ name }, part) => <th key={part} scope="col" class="num">{name}</th>)}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ day, count }, bar) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            <td class="num">{count}</td>
            {parts.map(({ counts }, part) => <td key={part} class="num">{counts[bar]}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
