import { chainHeads } from "./chain.ts";
import type { ChainHead } from "./entry.ts";
import type { Port } from "@/db/port/port.ts";

const EVERY_MS = 60_000;

/**
 * Once a minute puts the heads of the other processes' audit chains into this one's, so that entries or a whole chain
 * removed later show. Nothing is written where the other chains have not grown.
 */
export class ChainWitness {
  readonly #timer: ReturnType<typeof setInterval>;
  #lastWritten = "";

  /** @param writeHeads writes an audit entry with the heads */
  constructor(
    private readonly port: Port,
    private readonly ownChain: () => string,
    private readonly writeHeads: (heads: ChainHead[]) => Promise<void>,
  ) {
    this.#timer = setInterval(() => this.check().catch(() => {}), EVERY_MS); // the database may be unavailable: the next minute tries again
  }

  /** Writes the heads now, if they have changed. @throws DatabaseUnavailable */
  async check(): Promise<void> {
    const others = (await chainHeads(this.port)).filter(({ chain }) => chain !== this.ownChain());
    const seen = JSON.stringify(others);
    if (seen === this.#lastWritten) return;
    await this.writeHeads(others);
    this.#lastWritten = seen;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
