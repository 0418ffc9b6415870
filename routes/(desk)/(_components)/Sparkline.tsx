export interface SparklineProps {
  /** What the picture shows, for screen readers. */
  readonly label: string;
  /** Oldest first. The last is today, which is not complete: it is drawn as an outline. */
  readonly counts: readonly number[];
}

const STEP_PX = 8; // from one bar to the next, 6 of them the bar
const HEIGHT_PX = 26; // of the highest bar
const MIN_BAR_PX = 2; // so that one visit beside many is still seen

/** Counts per day, as a row of bars no higher than a line of text. Each row has its own scale: the figure is beside it. */
export function Sparkline({ label, counts }: SparklineProps) {
  const most = Math.max(1, ...counts);
  const width = counts.length * STEP_PX;
  return (
    <svg class="spark" width={width} height={HEIGHT_PX + 2} role="img" aria-label={label}>
      <line x2={width} y1={HEIGHT_PX + 1.5} y2={HEIGHT_PX + 1.5} stroke="currentColor" opacity="0.5" />
      {counts.map((count, nth) => {
        const height = count === 0 ? 0 : Math.max(MIN_BAR_PX, Math.round(count / most * HEIGHT_PX));
        const isToday = nth === counts.length - 1;
        return count > 0 && (
          <rect
            key={nth}
            class={isToday ? "today" : undefined}
            x={nth * STEP_PX + 1}
            y={HEIGHT_PX + 1 - height}
            width={STEP_PX - 2}
            height={height}
          />
        );
      })}
    </svg>
  );
}
