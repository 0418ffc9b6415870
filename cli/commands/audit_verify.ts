import { z } from "zod";
import { checkAudit } from "@/clinic/audit/check_audit.ts";
import type { ChainHead } from "@/db/audit/entry.ts";
import type { AuditReport } from "@/db/audit/verify.ts";
import { describeFinding } from "./audit_findings.ts";
import { databaseCommand, EXIT } from "@/cli/command_line/command.ts";
import { readNamedFile } from "@/cli/command_line/named_file.ts";
import { text, UsageError } from "@/cli/command_line/options.ts";
import type { Output } from "@/cli/command_line/output.ts";
import { databaseOptions, jsonOption } from "@/cli/command_line/settings.ts";

const earlierReport = z.object({
  heads: z.array(z.object({ chain: z.string(), number: z.int(), mac: z.string() })),
});

/** Checks that no entry of the audit was edited, removed or reordered. */
export const auditVerify = databaseCommand({
  name: "audit verify",
  summary: "Check that no entry of the audit was edited, removed or reordered",
  options: {
    ...databaseOptions,
    ...jsonOption,
    since: {
      value: "FILE",
      schema: text.optional(),
      help: "what --json printed earlier: the last entries it names must still be there",
    },
  },
  prepare: async ({ json, since }) => ({ json, known: since === undefined ? [] : await readHeads(since) }),
  async run(clinic, { json, known }, out, stop) {
    const report = await checkAudit(clinic, known, (done, total) => {
      stop.throwIfAborted();
      if (!json) out.progress("Entries checked", done, total);
    });
    if (json) out.line(JSON.stringify({ ok: report.findings.length === 0, ...report }));
    else printReport(report, out);
    return report.findings.length === 0 ? EXIT.done : EXIT.failed;
  },
});

async function readHeads(path: string): Promise<ChainHead[]> {
  const text = await readNamedFile("--since", path);
  try {
    return earlierReport.parse(JSON.parse(text)).heads;
  } catch {
    throw new UsageError(`--since: ${path} is not what audit verify --json printed`);
  }
}

function printReport({ entries, findings, heads }: AuditReport, out: Output): void {
  const checked = `${entries} entries in ${heads.length} chains`;
  if (findings.length === 0) return out.line(`The audit is whole: ${checked}, each as it was written.`);
  out.line(`The audit was changed from outside the program. Of ${checked}:`);
  for (const finding of findings) out.line(`  ${describeFinding(finding)}`);
  out.line("Keep a copy of the data folder as it is now, and find out who had access to it.");
}
