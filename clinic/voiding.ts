import { ClinicError } from "./errors.ts";

/** A row that can be voided: nothing clinical is ever deleted. */
interface Voidable {
  /** Instant, UTC; null when not voided. */
  readonly voidedAt: string | null;
  readonly record: { readonly void_reason?: string };
}

/** The row, voided with a reason. @throws ClinicError already_voided */
export function markVoided<Row extends Voidable>(row: Row, now: Date, reason: string): Row {
  if (row.voidedAt !== null) throw new ClinicError("already_voided");
  return { ...row, voidedAt: now.toISOString(), record: { ...row.record, void_reason: reason } };
}

/** The row as it was before it was voided. @throws ClinicError not_voided */
export function markRestored<Row extends Voidable>(row: Row): Row {
  if (row.voidedAt === null) throw new ClinicError("not_voided");
  const { void_reason: _, ...record } = row.record;
  return { ...row, voidedAt: null, record };
}
