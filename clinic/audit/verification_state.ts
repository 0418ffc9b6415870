import type { AuditFinding } from "@/db/audit/findings.ts";
import { ClinicError } from "@/clinic/errors.ts";

/** Whether the audit is being verified in this process, and the last result. */
export interface Verification {
  readonly running: { readonly done: number; readonly total: number } | null;
  /** The last check that was completed since the program started. */
  readonly last: VerificationResult | null;
  /** When the newest check was interrupted (instant, UTC); null where it was completed. */
  readonly interruptedAt: string | null;
}

/** What a check found. */
export interface VerificationResult {
  /** Instant, UTC. */
  readonly at: string;
  readonly entries: number;
  readonly findings: readonly AuditFinding[];
}

/** The state of verifying the audit, one check at a time, in memory alone; the outcome is in the audit too. */
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

  /** @param done how many of `total` entries have been checked */
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
