import type { Queries } from "./queries.ts";
import type { TimesByKind } from "./times.ts";

/** What a process that searches in another way is told. */
export interface OtherPlan {
  readonly size: number;
  readonly queries: Queries;
  readonly seconds: number;
  /** A folder for its file. */
  readonly folder: string;
}

/** What it found. Nothing of it passes through HTTP, a sign-in, an audit or encryption. */
export interface Other {
  /** Milliseconds from the people in memory or in a table to an index of them; 0 where there is none. */
  readonly buildMs: number;
  /** What the process takes when all is loaded, garbage taken out, in MB. */
  readonly memoryMb: number;
  /** What lies on the disk, in MB; 0 where nothing does. */
  readonly fileMb: number;
  /** The number found and the 50 best, as our API gives them. */
  readonly times: TimesByKind;
  /** Any 50 without their number and in no order, where that can be asked for: it may stop after 50. */
  readonly any50: TimesByKind;
}
