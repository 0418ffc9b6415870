import { type AuditEntry, type ChainHead, NO_SUBJECTS } from "@/db/audit/entry.ts";
import { type AuditReport, verifyAudit } from "@/db/audit/verify.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import { auditHeader } from "@/clinic/commit.ts";

/**
 * Verifies the whole audit from the command line; that, and whether anything was found, is audited.
 * @param known heads that an earlier check returned @param onEntries called with how many of how many entries are done
 */
export async function checkAudit(
  clinic: Clinic,
  known: readonly ChainHead[],
  onEntries: (done: number, total: number) => void,
): Promise<AuditReport> {
  const { store } = clinic;
  const report = await verifyAudit(store.port, store.keys.audit, known, onEntries);
  const filter = auditHeader({ clinic, actor: null, source: "command line" }, "operator.verify_audit");
  const entry: AuditEntry = {
    ...filter,
    outcome: report.findings.length === 0 ? "done" : "failed",
    subjects: NO_SUBJECTS,
  };
  await store.audit(entry, true);
  return report;
}
