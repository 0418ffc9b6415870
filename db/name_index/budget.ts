/**
 * How much a search may still do: it counts down. Steps and not time, so that a search finds the same on a slow computer.
 */
export interface Budget {
  /** Letters of texts compared for misspelt words. */
  steps: number;
  /** Texts compared for substrings. */
  texts: number;
}

/** Either part takes at most about 20 ms, whatever hostile text is in the index. */
export function newBudget(): Budget {
  return { steps: 60_000, texts: 100_000 };
}
