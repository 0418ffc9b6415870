import type { Island, Snapshot } from "../snapshot.ts";
import type { DocumentHead } from "./document_head.ts";

/** One rendering of one document: what is collected while preact walks the tree. */
export interface Rendering {
  readonly snapshot: Snapshot | undefined;
  readonly nonce: string | undefined;
  readonly head: DocumentHead;
  readonly islands: MountedIsland[];
  insideHead: boolean;
  insideIsland: boolean;
  /** The key of the element before its placeholder replaces it; see head_elements.ts. */
  lastKey: unknown;
}

/** An island on the page, with the props that go to the browser. */
export interface MountedIsland {
  island: Island;
  props: Record<string, unknown>;
}

// Set only while renderToString runs, which is synchronous: two requests never see each other's.
let current: Rendering | undefined;

/** Runs `work`, which must be synchronous, as part of `rendering`. */
export function withRendering<Result>(rendering: Rendering, work: () => Result): Result {
  const outer = current;
  current = rendering;
  try {
    return work();
  } finally {
    current = outer;
  }
}

/** The rendering that is in progress, or undefined between renderings. */
export function currentRendering(): Rendering | undefined {
  return current;
}

/** @throws outside of a rendering */
export function requireRendering(): Rendering {
  if (!current) throw new Error("This component renders on the server only, inside a Fresh page");
  return current;
}
