import { type AuditEntry, NO_SUBJECTS } from "@/db/audit/entry.ts";
import { type AuditReport, verifyAudit } from "@/db/audit/verify.ts";
import type { Verification } from "./verification_state.ts";
import { query, type Task } from "@/clinic/verb.ts";
import { auditHeader } from "@/clinic/commit.ts";

/** Called with how many of how many entries are done. */
export type OnEntries = (done: number, total: number) => void;

/**
 * Checks the whole audit now, 200 entries at a time with a pause between for other requests, and notes in it that it was
 * checked and whether it held. One at a time. @throws ClinicError busy while another check runs @throws DatabaseUnavailable
 */
export const verifyAuditNow = query(
  "audit.verify",
  (task, onEntries: OnEntries | void): Promise<AuditReport> => {
    task.clinic.verifications.begin();
    return check(task, onEntries ?? (() => {}));
  },
);

/**
 * As verifyAuditNow(), but returns as soon as the check has begun; where one runs already, no other is begun. `ended` never
 * rejects: an error is passed to `onFailure`, and getVerification() then says that the check was interrupted.
 */
export const beginVerification = query(
  "audit.verify",
  (task, onFailure: (error: unknown) => void): Promise<{ readonly ended: Promise<void> }> => {
    const { verifications } = task.clinic;
    if (verifications.state.running) return Promise.resolve({ ended: Promise.resolve() });
    verifications.begin();
    return Promise.resolve({ ended: check(task, () => {}).then(() => {}, onFailure) });
  },
);

/** Whether a check runs, how far it is, and the last result. */
export const getVerification = query(
  "audit.verify",
  ({ clinic }, _: void): Promise<Verification> => Promise.resolve(clinic.verifications.state),
);

async function check(task: Task, onEntries: OnEntries): Promise<AuditReport> {
  const { store, verifications, now } = task.clinic;
  try {
    const report = await verifyAudit(store.port, store.keys.audit, [], (done, total) => {
      verifications.progress(done, total);
      onEntries(done, total);
    });
    await auditResult(task, report);
    verifications.end({ at: now().toISOString(), ...report });
    return report;
  } catch (error) {
    verifications.interrupt(now().toISOString());
    throw error;
  }
}

async function auditResult(task: Task, { findings }: AuditReport): Promise<void> {
  const outcome = findings.length === 0 ? "done" : "failed";
  const entry: AuditEntry = { ...auditHeader(task, "audit.verify"), outcome, subjects: NO_SUBJECTS };
  await task.clinic.store.audit(entry, true);
}
