/**
 * How much a search may still do; what is left goes down. It is counted and not timed, so that the same search of the same
 * patients finds the same on a slow computer.
 */
export interface Budget {
  /** Letters of texts read for mis-spelt words. */
  steps: number;
  /** Texts looked at for parts of words. */
  texts: number;
}

/** What a search may do, in either way some 20 ms: whatever hostile text is in the index, nobody waits longer. */
export function newBudget(): Budget {
  return { steps: 60_000, texts: 100_000 };
}
