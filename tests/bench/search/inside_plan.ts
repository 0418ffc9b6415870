import type { OurPlace } from "@/tests/bench/seed_ours.ts";
import type { Queries } from "./queries.ts";
import type { TimesByKind } from "./times.ts";

/** What inside_build.ts and inside_search.ts are told. */
export interface InsidePlan {
  readonly place: OurPlace;
  readonly queries: Queries;
  readonly seconds: number;
}

/** What it takes to make the index from nothing and to keep it. */
export interface Building {
  /** Milliseconds from an open database to an index of all patients. */
  readonly buildMs: number;
  /** Milliseconds to make, seal and write a snapshot, the old one's removal included. */
  readonly snapshotMs: number;
  readonly snapshotPages: number;
  readonly snapshotMb: number;
}

/** What the search takes inside the process, with no HTTP. */
export interface Inside {
  /** Milliseconds from an open database to an index out of the snapshot, current. */
  readonly loadMs: number;
  /** What that added to the process's memory, garbage taken out, in MB. */
  readonly indexMb: number;
  /** store.finder.find(): the index, and the page of records read and opened. */
  readonly find: TimesByKind;
  /** The index alone. */
  readonly index: TimesByKind;
  /** Milliseconds to take in a thousand patients changed since. */
  readonly catchUpMs: number;
}

export const CHANGED = 1_000;
