import { Buffer } from "node:buffer";
import { randomBytes, timingSafeEqual } from "node:crypto";

const LINK_MINUTES = 30;

/**
 * The secret of the set-up link: one per start, single-use, for 30 minutes, and of no use once there is an
 * administrator. It is in memory alone.
 */
export class SetUpLink {
  readonly secret = randomBytes(24).toString("base64url");
  readonly #endsAt: number;
  #used = false;

  constructor(private readonly now: () => Date) {
    this.#endsAt = now().getTime() + LINK_MINUTES * 60_000;
  }

  /** Whether `secret` opens the set-up now. */
  opens(secret: string): boolean {
    const input = Buffer.from(secret), own = Buffer.from(this.secret);
    const same = input.length === own.length && timingSafeEqual(input, own);
    return same && !this.#used && this.now().getTime() < this.#endsAt;
  }

  use(): void {
    this.#used = true;
  }
}
