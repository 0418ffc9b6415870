import type { Subject } from "@/db/audit/entry.ts";
import type { Statement } from "@/db/port/port.ts";
import type { SequenceName } from "./statement.ts";

/** A change of one row, ready to be committed: its statements, its subject in the audit, the sequence it advances. */
export interface Change {
  readonly statements: readonly Statement[];
  readonly subject: Subject;
  readonly sequence: SequenceName;
}
