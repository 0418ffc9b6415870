import { z } from "zod";
import type { Subject } from "@/db/audit/entry.ts";
import { readTrail, type TrailFilter, type TrailKey } from "@/db/audit/trail.ts";
import { type AuditRecord, toAuditRecord } from "./audit_record.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import { decodeCursor, encodeCursor } from "@/clinic/cursor.ts";
import { endOfDay, startOfDay } from "@/clinic/day_bounds.ts";
import { invalid } from "@/clinic/errors.ts";
import { type Action, permissions } from "@/clinic/permissions.ts";
import { auditedQuery } from "@/clinic/verb.ts";

// This folder is reading and verifying the audit, and the history of a record that is made from it. Writing to the audit is
// part of every verb, see clinic/verb.ts.

/** Which entries of the audit to read; what is left out does not filter. */
export interface AuditFilter {
  /** The id of the member of staff who acted. */
  readonly actor?: string | undefined;
  /** The id of a patient whom the entry is about. Ids are unique: a visit's id finds the entries about the visit. */
  readonly patient?: string | undefined;
  /** One of auditActions. */
  readonly action?: string | undefined;
  /** Days of the clinic, YYYY-MM-DD, inclusive. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The `next` of the page before this one. */
  readonly before?: string | undefined;
  /** 1–200. */
  readonly limit: number;
}

/** Some of the audit, newest first. */
export interface AuditPage {
  readonly filter: AuditFilter;
  readonly entries: AuditRecord[];
  /** Where the next page starts, to be sent as `before`; null at the end. */
  readonly next: string | null;
  /**
   * The instant (UTC) that was reached where not even `limit` entries were found among those that one page looks at:
   * `next` looks further back. Null otherwise.
   */
  readonly lookedBackTo: string | null;
}

/**
 * A page of the audit. That it was read is audited, with the actor and the patient that it was filtered by.
 * @throws ClinicError validation_failed: actor, patient, from, to, before @throws DatabaseUnavailable
 */
export const readAudit = auditedQuery(
  "audit.read",
  async ({ clinic }, filter: AuditFilter): Promise<AuditPage> => {
    const rows = toTrailFilter(clinic, filter);
    const { entries, next } = await readTrail(clinic.store.port, rows, cursorKey(filter), filter.limit);
    return {
      filter,
      entries: entries.map((entry) => toAuditRecord(clinic, entry)),
      next: next ? encodeCursor([next.at, next.chain, next.number]) : null,
      lookedBackTo: next && entries.length < filter.limit ? next.at : null,
    };
  },
  ({ filter }) => ({ rows: subjectsOfFilter(filter) }),
);

/** Actions in the audit that are not in the table of permissions. */
const systemActions = [
  "session.start",
  "record.open",
  "system.start",
  "system.witness",
  "system.set_up",
  "operator.create_administrator",
  "operator.reset_password",
  "operator.seed",
  "operator.verify_audit",
] as const;

/** An action that the audit may name: an area, a dot, and what was done there. */
export type AuditAction = Action | typeof systemActions[number];

/** All of them, by name. */
export const auditActions: readonly AuditAction[] = [
  ...Object.keys(permissions) as Action[],
  ...systemActions,
]
  .sort();

function toTrailFilter({ timeZone }: Clinic, { actor, patient, action, from, to }: AuditFilter): TrailFilter {
  requireId("actor", actor);
  requireId("patient", patient);
  requireDay("from", from);
  requireDay("to", to);
  if (from && to && from > to) throw invalid("from", "start_after_end", "The first day is after the last.");
  return {
    actor: actor?.toLowerCase(),
    subject: patient?.toLowerCase(),
    action,
    from: from && startOfDay(timeZone, from),
    to: to && endOfDay(timeZone, to),
  };
}

function requireId(field: string, id: string | undefined): void {
  if (id === undefined || z.uuid().safeParse(id).success) return;
  throw invalid(field, "not_an_id", "This is not an id.");
}

function requireDay(field: string, day: string | undefined): void {
  if (day === undefined || z.iso.date().safeParse(day).success) return;
  throw invalid(field, "wrong_format", "This is no day, YYYY-MM-DD.");
}

/** Wide, because an altered entry must not hide those before it; half a surrogate pair would upset sqld. */
const wellFormed = z.string().refine((text) => text.isWellFormed());
const trailKey = z.tuple([wellFormed.min(1).max(40), wellFormed.min(1).max(100), z.int().min(0)]);

function cursorKey({ before }: AuditFilter): TrailKey | undefined {
  if (before === undefined) return undefined;
  const key = decodeCursor(before, trailKey);
  if (!key) throw invalid("before", "unknown_cursor", "This is no page of the audit.");
  const [at, chain, number] = key;
  return { at, chain, number };
}

function subjectsOfFilter({ actor, patient }: AuditFilter): Subject[] {
  return [
    ...(patient === undefined ? [] : [{ table: "patient", id: patient.toLowerCase() }]),
    ...(actor === undefined ? [] : [{ table: "staff", id: actor.toLowerCase() }]),
  ];
}
