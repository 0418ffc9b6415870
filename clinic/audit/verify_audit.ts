import { type AuditEntry, NO_SUBJECTS } from "@/db/audit/entry.ts";
import { type AuditReport, verifyAudit } from "@/db/audit/verify.ts";
import type { Verification } from "./verification_state.ts";
import { query, type Task } from "@/clinic/verb.ts";
import { auditHeader } from "@/clinic/commit.ts";

/** Told how many of how many entries are done. */
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
 * As verifyNow, but answers as soon as the check has begun; while one runs already, that one simply goes on. `ended`
 * never fails: what keeps a check from its end is told to `onFailure`, and `verification` tells that it broke off.
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

/** How checking stands: for a page that shows how far it has come. */
export const verification = query(
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
    await note(task, report);
    verifications.end({ at: now().toISOString(), ...report });
    return report;
  } catch (error) {
    verifications.interrupt(now().toISOString());
    throw error;
  }
}

async function note(task: Task, { findings }: AuditReport): Promise<void> {
  const outcome = findings.length === 0 ? "done" : "failed";
  const entry: AuditEntry = { ...auditHeader(task, "audit.verify"), outcome, subjects: NO_SUBJECTS };
  await task.clinic.store.audit(entry, true);
}
