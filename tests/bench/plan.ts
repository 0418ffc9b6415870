/** What the load generator is told on its standard input. */
export interface Plan {
  readonly port: number;
  /** The server's process, whose CPU time is read at the ends of a phase. */
  readonly pid: number;
  /** Sent as a bearer token with every request; undefined where nobody asks for one. */
  readonly token: string | undefined;
  readonly connections: number;
  readonly phases: readonly Phase[];
}

/** A stretch of requests, sent in order by all connections together. */
export interface Phase {
  readonly name: "lead" | "cold" | "warm" | "write";
  readonly requests: readonly Ask[];
  /** True: each request is sent once, and the phase may end early. False: over and over until time is up. */
  readonly once: boolean;
  readonly seconds: number;
}

export interface Ask {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly body?: unknown;
}

/** What the load generator prints for each phase. */
export interface Timing {
  readonly name: Phase["name"];
  readonly requests: number;
  readonly seconds: number;
  /** Answers outside of 200–299. */
  readonly failed: number;
  /** The status of the last of those; 0 where none failed. */
  readonly failure: number;
  /** Microseconds of the server's CPU a request, all its threads together: other programs disturb it little. */
  readonly cpu: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}
