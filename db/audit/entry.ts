/** Who did what, to which rows, when, from where and with what outcome. It never holds text of a patient. */
export interface AuditEntry {
  /** Instant, UTC. */
  readonly at: string;
  /** The staff member's id; null before anyone has signed in. */
  readonly actor: string | null;
  readonly session: string | null;
  /** An action of clinic/roles.ts, or what the system itself did. */
  readonly action: string;
  readonly outcome: "done" | "refused" | "failed";
  /** The address the request came from, or `command line`. */
  readonly source: string | null;
  readonly subjects: Subjects;
}

/**
 * The rows concerned, up to 50; above that only how many. Several rows of one table are listed by their ids alone: lists
 * are read all day, and this halves the growth of the audit. `heads` are the last entries of other chains.
 */
export type Subjects =
  | { readonly rows: readonly Subject[] }
  | { readonly ids: readonly string[]; readonly of: string }
  | { readonly bulk: number; readonly of: string }
  | { readonly heads: readonly ChainHead[] };

/** A row, its version, and for a change the digest of what was written. */
export interface Subject {
  readonly table: string;
  readonly id: string;
  readonly version?: number;
  readonly digest?: string;
}

export interface ChainHead {
  readonly chain: string;
  readonly number: number;
  readonly mac: string;
}

export const MAX_SUBJECTS = 50;

/** No row in particular. */
export const NO_SUBJECTS: Subjects = { rows: [] };

/** The subjects of a read: by id up to 50, above that only how many. */
export function subjectsOf(table: string, ids: readonly string[]): Subjects {
  if (ids.length > MAX_SUBJECTS) return { bulk: ids.length, of: table };
  return ids.length > 1 ? { ids, of: table } : { rows: ids.map((id) => ({ table, id })) };
}
