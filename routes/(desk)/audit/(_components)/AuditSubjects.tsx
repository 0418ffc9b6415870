import { Fragment } from "preact";
import type { AuditRecord } from "@/clinic/audit/audit_record.ts";
import { grouped } from "@/routes/(_shared)/words/counting.ts";
import { textFor, type Words } from "@/routes/(_shared)/words/words.ts";

interface AuditSubjectsProps {
  readonly words: Words;
  readonly subjects: AuditRecord["subjects"];
}

/**
 * What an entry of the audit was about: ids and how many, never what is in a record. A patient's id links to all entries
 * about them.
 */
export function AuditSubjects({ words, subjects }: AuditSubjectsProps) {
  if ("unreadable" in subjects) return <>{words.common.unreadable}</>;
  if ("bulk" in subjects) return <>{manyOf(words, subjects)}</>;
  if ("chains" in subjects) return null;
  const shown = subjects.rows.slice(0, MAX_SHOWN);
  const left = subjects.rows.length - shown.length;
  return (
    <>
      {shown.map(({ table, id }, nth) => (
        <Fragment key={id}>
          {nth > 0 && ", "}
          {table === "patient"
            ? <a href={`/audit?${new URLSearchParams({ patient: id })}`}>{nameOf(words, table)} {id}</a>
            : `${nameOf(words, table)} ${id}`}
        </Fragment>
      ))}
      {left > 0 && ` ${words.audit.more(left)}`}
    </>
  );
}

const MAX_SHOWN = 3;

function manyOf(words: Words, { bulk, table }: { bulk: number; table: string }): string {
  return textFor(kinds(words), table)?.count(bulk) ?? `${grouped(bulk)} ${table}`;
}

/** "Patient"; the table's own name where the entry was altered to one that does not exist. */
function nameOf(words: Words, table: string): string {
  return textFor(kinds(words), table)?.one ?? table;
}

type Kind = Words["audit"]["session"];

function kinds({ patients, visits, departments, staff, audit }: Words): Readonly<Record<string, Kind>> {
  return { patient: patients, visit: visits, department: departments, staff, session: audit.session };
}
