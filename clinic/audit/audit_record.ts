import { z } from "zod";
import type { StoredEntry } from "@/db/audit/walk.ts";
import type { Clinic } from "@/clinic/clinic.ts";

/** An entry of the audit, to be shown. No patient's name is in it. */
export interface AuditRecord {
  /** Tells it from every other. */
  readonly key: string;
  /** Instant, UTC. */
  readonly at: string;
  /** Null where no one had signed in, and for what the program does by itself. */
  readonly actor: KnownPerson | null;
  readonly action: string;
  readonly outcome: AuditOutcome;
  readonly source: string | null;
  readonly subjects: AuditedSubjects;
}

export type AuditOutcome = StoredEntry["outcome"];

/** A member of staff; `name` is null where no one in the directory has this id. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string | null;
}

/** What an action was about: rows, how many of a table there were, or other chains of the audit. */
export type AuditedSubjects =
  | { readonly rows: readonly AuditedRow[] }
  | { readonly bulk: number; readonly table: string }
  | { readonly chains: number }
  | { readonly unreadable: true };

/** A row; `version` is null where it was read and not changed. */
export interface AuditedRow {
  readonly table: string;
  readonly id: string;
  readonly version: number | null;
}

/** An entry as it is shown. */
export function toAuditRecord(clinic: Clinic, entry: StoredEntry): AuditRecord {
  const { at, chain, number, actor, action, outcome, source } = entry;
  return {
    key: `${chain}.${number}`,
    at,
    actor: personOf(clinic, actor),
    action,
    outcome,
    source,
    subjects: subjectsOf(entry),
  };
}

/** The member of staff with this id; null for null. */
export function personOf({ store }: Clinic, id: string | null): KnownPerson | null {
  return id === null ? null : { id, name: store.directory.staff.get(id)?.full_name ?? null };
}

/** What an entry says that it was about; `unreadable` where SQL has put something else there. */
export function subjectsOf({ subjects }: StoredEntry): AuditedSubjects {
  const found = storedSubjects.safeParse(parsed(subjects));
  return found.success ? found.data : { unreadable: true };
}

const subject = z.object({ table: z.string(), id: z.string(), version: z.number().nullable().default(null) });

const storedSubjects = z.union([
  z.object({ rows: z.array(subject) }),
  z.object({ ids: z.array(z.string()), of: z.string() })
    .transform(({ ids, of: table }) => ({ rows: ids.map((id) => ({ table, id, version: null })) })),
  z.object({ bulk: z.number(), of: z.string() }).transform(({ bulk, of: table }) => ({ bulk, table })),
  z.object({ heads: z.array(z.unknown()) }).transform(({ heads }) => ({ chains: heads.length })),
]);

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
