export interface SparklineProps {
  /** What the picture is of, for those who do not see it. */
  readonly label: string;
  /** Oldest first. The last is today's, which is not over: it is drawn as an outline. */
  readonly counts: readonly number[];
}

const STEP = 8; // pixels from one bar to the next, 6 of them the bar
const HIGH = 26; // of the highest bar
const LEAST = 2; // so that one visit beside many is still seen

/** How many a day, as a row of bars no higher than a line. Each has a scale of its own: the figure stands beside it. */
export function Sparkline({ label, counts }: SparklineProps) {
  const most = Math.max(1, ...counts);
  const width = counts.length * STEP;
  return (
    <svg class="spark" width={width} height={HIGH + 2} role="img" aria-label={label}>
      <line x2={width} y1={HIGH + 1.5} y2={HIGH + 1.5} stroke="currentColor" opacity="0.5" />
      {counts.map((count, nth) => {
        const height = count === 0 ? 0 : Math.max(LEAST, Math.round(count / most * HIGH));
        const isToday = nth === counts.length - 1;
        return count > 0 && (
          <rect
            key={nth}
            class={isToday ? "today" : undefined}
            x={nth * STEP + 1}
            y={HIGH + 1 - height}
            width={STEP - 2}
            height={height}
          />
        );
      })}
    </svg>
  );
}
