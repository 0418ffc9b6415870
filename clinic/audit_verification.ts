import { type AuditEntry, nothing } from "../db/audit_entry.ts";
import type { AuditFinding } from "../db/audit_findings.ts";
import { type AuditReport, verifyAudit } from "../db/audit_verify.ts";
import type { Clinic } from "./clinic.ts";
import { ClinicError } from "./errors.ts";
import { frame, looking, type Task } from "./verb.ts";

/** Told how many of how many entries are done. */
export type OnEntries = (done: number, total: number) => void;

/** How checking the audit stands in this process. */
export interface Verification {
  readonly running: { readonly done: number; readonly total: number } | null;
  /** The last check that came to an end since the start. */
  readonly last: {
    /** Instant, UTC. */
    readonly at: string;
    readonly entries: number;
    readonly findings: readonly AuditFinding[];
  } | null;
}

const NONE: Verification = { running: null, last: null };
// By clinic and not in the clinic: nobody but the two verbs below has to know of it.
const verifications = new WeakMap<Clinic, Verification>();

/**
 * Checks the whole audit now, 200 entries at a time with a pause between for other requests, and notes in it that it was
 * checked and whether it held. One at a time. @throws ClinicError busy while another check runs @throws DatabaseAway
 */
export const verifyNow = looking(
  "audit.verify",
  async (task, onEntries: OnEntries | void): Promise<AuditReport> => {
    const { clinic } = task;
    const before = verifications.get(clinic) ?? NONE;
    if (before.running) throw new ClinicError("busy");
    const { store } = clinic;
    const tell: OnEntries = (done, total) => {
      verifications.set(clinic, { ...before, running: { done, total } });
      if (onEntries) onEntries(done, total);
    };
    tell(0, 0);
    try {
      const report = await verifyAudit(store.port, store.keys.audit, [], tell);
      await note(task, report);
      verifications.set(clinic, { running: null, last: { at: clinic.now().toISOString(), ...report } });
      return report;
    } catch (error) {
      verifications.set(clinic, before);
      throw error;
    }
  },
);

/** How checking stands: for a page that shows how far it has come. */
export const verification = looking(
  "audit.verify",
  ({ clinic }, _: void): Promise<Verification> => Promise.resolve(verifications.get(clinic) ?? NONE),
);

async function note(task: Task, { findings }: AuditReport): Promise<void> {
  const outcome = findings.length === 0 ? "done" : "failed";
  const entry: AuditEntry = { ...frame(task, "audit.verify"), outcome, subjects: nothing };
  await task.clinic.store.audit(entry, true);
}
