import type { AuditFinding } from "@/db/audit/findings.ts";
import { ClinicError } from "@/clinic/errors.ts";

/** How checking the audit stands in this process. */
export interface Verification {
  readonly running: { readonly done: number; readonly total: number } | null;
  /** The last check that came to an end since the start. */
  readonly last: VerificationResult | null;
  /** When the newest check broke off before its end (instant, UTC); null where it came to one. */
  readonly interruptedAt: string | null;
}

/** What a check found. */
export interface VerificationResult {
  /** Instant, UTC. */
  readonly at: string;
  readonly entries: number;
  readonly findings: readonly AuditFinding[];
}

/** Keeps how checking stands, one check at a time. It is gone when the program stops; the audit keeps the outcome. */
export class Verifications {
  #state: Verification = { running: null, last: null, interruptedAt: null };

  get state(): Verification {
    return this.#state;
  }

  /** @throws ClinicError busy while a check runs */
  begin(): void {
    if (this.#state.running) throw new ClinicError("busy");
    this.#state = { ...this.#state, running: { done: 0, total: 0 }, interruptedAt: null };
  }

  /** So many of so many entries are checked. */
  progress(done: number, total: number): void {
    this.#state = { ...this.#state, running: { done, total } };
  }

  end({ at, entries, findings }: VerificationResult): void {
    this.#state = { running: null, last: { at, entries, findings }, interruptedAt: null };
  }

  /** @param at instant, UTC */
  interrupt(at: string): void {
    this.#state = { ...this.#state, running: null, interruptedAt: at };
  }
}
