import { entryMac, INITIAL_MAC } from "./chain.ts";
import { type AuditFinding, safeChainId, safeInstant } from "./findings.ts";
import { classify, isProved, type Suspect } from "./suspects.ts";
import type { StoredEntry } from "./walk.ts";

/** Verifies one chain, entry by entry. */
export class ChainCheck {
  #last: Pick<StoredEntry, "number" | "mac" | "at"> = { number: 0, mac: INITIAL_MAC, at: "" };
  readonly #missing: AuditFinding[] = [];
  readonly #suspects: Suspect[] = [];

  constructor(private readonly key: Uint8Array, readonly chain: string) {}

  /** Checks the next entry; returns whether it is proved to be as it was written. */
  check(entry: StoredEntry): boolean {
    const follows = entry.number === this.#last.number + 1;
    const proved = follows && isProved(this.key, this.#last.mac, entry);
    if (!follows) this.#noteGap(entry);
    else if (!proved) this.#suspect(entry);
    this.#last = { number: entry.number, mac: entry.mac, at: entry.at };
    return proved;
  }

  /** The last entry checked. */
  get last(): Pick<StoredEntry, "number" | "mac"> {
    return this.#last;
  }

  get findings(): AuditFinding[] {
    return [...this.#missing, ...classify(this.key, this.#suspects)];
  }

  /** The MAC of the entry after a gap cannot be checked, since the one before is lost; the next entry covers it. */
  #noteGap(entry: StoredEntry): void {
    if (!(Number.isSafeInteger(entry.number) && entry.number > this.#last.number + 1)) {
      return this.#suspect(entry); // not a number that the program assigns
    }
    this.#missing.push({
      kind: "missing",
      chain: safeChainId(this.chain),
      from: this.#last.number + 1,
      to: entry.number - 1,
      after: safeInstant(this.#last.at),
      before: safeInstant(entry.at),
    });
  }

  #suspect(entry: StoredEntry): void {
    const before = this.#last.mac;
    this.#suspects.push({ entry, before, expected: entryMac(this.key, before, entry) });
  }
}
