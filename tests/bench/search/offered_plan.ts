/** What the open-loop generator is told on its standard input. */
export interface OfferedPlan {
  readonly port: number;
  readonly token: string;
  readonly connections: number;
  /** Requests a second, on average. */
  readonly rate: number;
  /** What is driven first and not counted. */
  readonly leadSeconds: number;
  readonly seconds: number;
  readonly stretches: readonly Stretch[];
}
export interface Stretch {
  /** Asked for over and over. */
  readonly paths: readonly string[];
  /** Requests come at even distances, or at random moments, as from many people who know nothing of one another. */
  readonly spacing: "even" | "random";
}

/** What one stretch took. Times are counted from the moment a request was due, so no waiting is hidden. */
export interface Offered {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly requests: number;
  /** Answers that were no 200. */
  readonly failed: number;
  /** Requests that still waited to be sent when the stretch was given up: the server cannot do so many. */
  readonly unsent: number;
  /** Milliseconds by which the generator itself was late, 99 in 100 times at most: they are in the times above. */
  readonly late: number;
}

/** Everywhere where there are many. */
export const CONNECTIONS = 64;
export const RATE = 500; // requests a second

/** Gives up so many seconds after the last request was due. */
export const PATIENCE_SECONDS = 3;
