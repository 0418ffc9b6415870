import type { AuditedAct } from "../../clinic/audited_act.ts";
import type { Words } from "./words/words.ts";

/** Whom an entry of the audit was about: ids and how many, never what is in a record. */
export function auditSubjects({ audit, common }: Words, subjects: AuditedAct["subjects"]): string {
  if ("unreadable" in subjects) return common.unreadable;
  if ("bulk" in subjects) return audit.bulk(subjects.bulk, subjects.table);
  if ("chains" in subjects) return "";
  const shown = subjects.rows.slice(0, MOST_SHOWN).map(({ table, id }) => `${table} ${id}`);
  const left = subjects.rows.length - shown.length;
  return shown.join(", ") + (left > 0 ? ` ${audit.more(left)}` : "");
}

const MOST_SHOWN = 3;
