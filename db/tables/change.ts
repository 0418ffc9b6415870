import type { Subject } from "@/db/audit/entry.ts";
import type { Statement } from "@/db/port/port.ts";
import type { SequenceName } from "./statement.ts";

/** One row's change, ready to be written: its statements, what the audit says of it, the sequence it advances. */
export interface Change {
  readonly statements: readonly Statement[];
  readonly subject: Subject;
  readonly sequence: SequenceName;
}
