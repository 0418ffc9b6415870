import type { Modules } from "./code128.ts";

export interface BarcodeProps {
  readonly modules: Modules;
  /** What it encodes, for screen readers. */
  readonly label: string;
  /** How wide it may be, quiet zones included, in millimetres. */
  readonly maxMm: number;
}

const QUIET_ZONE = 10; // modules of white at either end (ISO/IEC 15417)
const MAX_MODULE_MM = 0.5; // where there is room
/** The narrowest module that hand scanners are made for: 7.5 mil. */
const MIN_MODULE_MM = 0.19;
const HEIGHT = 40;

/** A barcode in the size in which it is printed; nothing where its bars would be too narrow to scan. */
export function Barcode({ modules, label, maxMm }: BarcodeProps) {
  const width = modules.length + 2 * QUIET_ZONE;
  const moduleMm = Math.min(MAX_MODULE_MM, maxMm / width);
  if (moduleMm < MIN_MODULE_MM) return null;
  return (
    <svg
      class="barcode"
      role="img"
      aria-label={label}
      width={`${(width * moduleMm).toFixed(2)}mm`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      shape-rendering="crispEdges"
    >
      <path d={barsOf(modules)} />
    </svg>
  );
}

/** Each run of dark modules is one bar. */
function barsOf(modules: Modules): string {
  const bars = [...modules.matchAll(/1+/g)];
  return bars.map(({ index, 0: { length } }) => `M${QUIET_ZONE + index} 0h${length}v${HEIGHT}h-${length}z`)
    .join("");
}
