import type { AuditRecord } from "@/clinic/audit/audit_record.ts";
import type { ClinicHandle } from "@/clinic/scope.ts";
import { AuditSubjects } from "./AuditSubjects.tsx";
import { actionInWords, actorInWords, whenInWords } from "@/routes/(_shared)/words/audit_words.ts";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface AuditTableProps {
  readonly words: Words;
  readonly clinic: ClinicHandle;
  readonly entries: readonly AuditRecord[];
  /** Whether the actions' names in the audit stand beside the words, for those who look after the system. */
  readonly withCodes: boolean;
}

/** Who did what, to which record, when, from where, and with which outcome. */
export function AuditTable({ words, clinic, entries, withCodes }: AuditTableProps) {
  const t = words.audit;
  return (
    <Table
      caption={t.title}
      captionUnseen
      rows={entries}
      keyOf={({ key }) => key}
      columns={[
        { head: t.at, cell: ({ at }) => whenInWords(words, clinic, at) },
        { head: t.who, cell: ({ actor, action }) => actorInWords(words, actor, action) },
        { head: t.action, cell: ({ action }) => <What words={words} {...{ action, withCodes }} /> },
        { head: t.subjects, cell: ({ subjects }) => <AuditSubjects words={words} subjects={subjects} /> },
        { head: t.outcome, cell: ({ outcome }) => t.outcomes[outcome] },
        { head: t.networkAddress, cell: ({ source }) => source },
      ]}
    />
  );
}

function What({ words, action, withCodes }: { words: Words; action: string; withCodes: boolean }) {
  const inWords = actionInWords(words, action);
  return (
    <>
      {inWords} {(withCodes || inWords === undefined) && <code class="fine">{action}</code>}
    </>
  );
}
