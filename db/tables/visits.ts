import { and, desc, eq, gt, gte, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import { LRUCache } from "lru-cache";
import { visitPlace } from "./authenticated_columns.ts";
import type { Change } from "./change.ts";
import type { Opened, Records } from "./records.ts";
import { department, visit, visitDay } from "./schema.ts";
import { build, currentSequence, refuseIf, requireMatchingVersion, runQuery, template } from "./statement.ts";

/** What is sealed of a visit. */
export interface VisitRecord {
  readonly notes: string;
  readonly void_reason?: string;
  readonly restore_reason?: string;
}

export interface VisitRow {
  readonly id: string;
  readonly version: number;
  readonly patientId: string;
  readonly departmentId: string;
  readonly clinicianId: string;
  /** YYYY-MM-DD in the clinic's time zone */
  readonly visitDate: string;
  /** HH:MM in the clinic's time zone */
  readonly visitTime: string;
  readonly voidedAt: string | null;
  readonly record: Opened<VisitRecord>;
}

/** A visit row whose record is open. */
export interface OpenVisitRow extends VisitRow {
  readonly record: VisitRecord;
}

/** Which visits: from `start` to `end`, both inclusive and both optional. */
export interface VisitFilter {
  readonly patientId?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly withVoided: boolean;
}

/** How many visits a department has on a day, without voided ones. */
export interface VisitsOfDay {
  readonly departmentId: string;
  /** YYYY-MM-DD */
  readonly visitDate: string;
  readonly activeCount: number;
}

/** The sort key of a visit in lists. */
export type VisitKey = Pick<VisitRow, "visitDate" | "visitTime" | "id">;

/** The visits of one database. */
export class Visits {
  readonly #byId;
  readonly #pages;
  readonly #patientTotal;
  readonly #dayTotals;
  readonly #days;
  readonly #departmentTotals;
  readonly #sequence;
  readonly #cachedTotals = new LRUCache<string, { sequence: number; total: number }>({ max: 500 });

  constructor(db: SqliteRemoteDatabase, private readonly records: Records) {
    this.#byId = db.select(columns).from(visit).where(eq(visit.id, sql.placeholder("id"))).prepare();
    this.#pages = {
      ofPatient: pages(db, eq(visit.patientId, sql.placeholder("patientId"))),
      ofDepartment: pages(db, eq(visit.departmentId, sql.placeholder("departmentId"))),
      ofAll: pages(db, undefined),
    };
    this.#patientTotal = db.select({ total: sql<number>`count(*)` }).from(visit)
      .where(and(eq(visit.patientId, sql.placeholder("patientId")), VOIDED_IF_INCLUDED)).prepare();
    this.#sequence = db.select({ now: currentSequence("records") }).from(sql`(SELECT 1)`).prepare();
    this.#days = daysOfDepartments(db);
    this.#departmentTotals = db.select({ id: visitDay.departmentId, activeCount: ACTIVE_COUNT }).from(
      visitDay,
    )
      .groupBy(visitDay.departmentId).prepare();
    this.#dayTotals = {
      ofDepartment: dayTotal(db, eq(visitDay.departmentId, sql.placeholder("departmentId"))),
      ofAll: dayTotal(db, undefined),
    };
  }

  /** The visit, voided or not; undefined when there is none. */
  async byId(id: string): Promise<VisitRow | undefined> {
    const row = await runQuery(this.#byId.get({ id }));
    return row && this.#open(row);
  }

  /** Up to `limit` visits that come after `after` (undefined: from the start), newest first. */
  async page(filter: VisitFilter, after: VisitKey | undefined, limit: number): Promise<VisitRow[]> {
    const { visitDate, visitTime, id } = startOf(filter, after);
    const rows = await runQuery(
      this.#pagesFor(filter).all({ ...bounds(filter), visitDate, visitTime, id, limit }),
    );
    return rows.map((row) => this.#open(row));
  }

  /**
   * How many visits match a filter. Counted again only after a change: adding up two years of counters takes 0.4 ms, more
   * than reading the page itself.
   */
  async total(filter: VisitFilter): Promise<number> {
    if (filter.patientId !== undefined) return await this.#count(filter); // few, and found by an index
    const { now } = (await runQuery(this.#sequence.get()))!;
    const key = JSON.stringify(bounds(filter));
    const cached = this.#cachedTotals.get(key);
    if (cached?.sequence === now) return cached.total;
    const total = await this.#count(filter);
    this.#cachedTotals.set(key, { sequence: now, total });
    return total;
  }

  /** The visits of every department on each day from `start` to `end`, both YYYY-MM-DD; without days that have none. */
  async countByDay(start: string, end: string): Promise<VisitsOfDay[]> {
    return await runQuery(this.#days.all({ start, end }));
  }

  /** How many visits each department has in all, without voided ones, by its id. */
  async countByDepartment(): Promise<ReadonlyMap<string, number>> {
    const rows = await runQuery(this.#departmentTotals.all());
    return new Map(rows.map(({ id, activeCount }) => [id, activeCount]));
  }

  /** A patient's visits are counted; for others the counters of the days are added up. */
  async #count(filter: VisitFilter): Promise<number> {
    if (filter.patientId !== undefined) {
      return (await runQuery(this.#patientTotal.get(bounds(filter))))!.total;
    }
    const totals = filter.departmentId === undefined ? this.#dayTotals.ofAll : this.#dayTotals.ofDepartment;
    const days = await runQuery(totals.get(bounds(filter)));
    return days!.activeCount + (filter.withVoided ? days!.voided : 0);
  }

  /** Fails where the patient is unknown or voided, the department inactive, or the clinician not one. */
  insert(row: OpenVisitRow): Change {
    const values = { ...row, record: this.records.seal(visitPlace(row), row.record) };
    return this.#change(row, [...conditions(row), insertVisit(values)]);
  }

  /** Writes `row` over `before`; fails with `version_conflict` when another version is in the database. */
  update(row: OpenVisitRow, before: VisitRow): Change {
    const values = { ...row, before: before.version, record: this.records.seal(visitPlace(row), row.record) };
    return this.#change(row, [
      ...conditionsOfChange(row, before),
      updateVisit(values),
      requireMatchingVersion,
    ]);
  }

  #pagesFor({ patientId, departmentId }: VisitFilter) {
    if (patientId !== undefined) return this.#pages.ofPatient;
    return departmentId !== undefined ? this.#pages.ofDepartment : this.#pages.ofAll;
  }

  #change(row: OpenVisitRow, statements: Change["statements"]): Change {
    const digest = this.records.changeDigest(visitPlace(row), row.record);
    const subject = { table: "visit", id: row.id, version: row.version, digest };
    return { statements, subject, sequence: "records" };
  }

  #open(row: Omit<VisitRow, "record"> & { record: Uint8Array }): VisitRow {
    return { ...row, record: this.records.open<VisitRecord>(visitPlace(row), row.record) };
  }
}

const columns = {
  id: visit.id,
  version: visit.version,
  patientId: visit.patientId,
  departmentId: visit.departmentId,
  clinicianId: visit.clinicianId,
  visitDate: visit.visitDate,
  visitTime: visit.visitTime,
  voidedAt: visit.voidedAt,
  record: visit.record,
};

const VOIDED_IF_INCLUDED = or(sql`${sql.placeholder("voided")} = 1`, isNull(visit.voidedAt));

/** Pages by key in the order of the indexes, so that a page far down costs what the first does. */
function pages(db: SqliteRemoteDatabase, which: SQL | undefined) {
  return db.select(columns).from(visit).where(and(
    which,
    gte(visit.visitDate, sql.placeholder("start")),
    lt(
      sql`(${visit.visitDate}, ${visit.visitTime}, ${visit.id})`,
      sql`(${sql.placeholder("visitDate")}, ${sql.placeholder("visitTime")}, ${sql.placeholder("id")})`,
    ),
    VOIDED_IF_INCLUDED,
  )).orderBy(desc(visit.visitDate), desc(visit.visitTime), desc(visit.id))
    .limit(sql.placeholder("limit")).prepare();
}

/** One statement for a department and one for all: with both in one, SQLite would read every day there is. */
function dayTotal(db: SqliteRemoteDatabase, which: SQL | undefined) {
  return db.select({
    activeCount: ACTIVE_COUNT,
    voided: sql<number>`coalesce(sum(${visitDay.voided}), 0)`,
  }).from(visitDay).where(and(
    which,
    gte(visitDay.visitDate, sql.placeholder("start")),
    lte(visitDay.visitDate, sql.placeholder("end")),
  )).prepare();
}

/** From the departments, so that SQLite reads only the days asked for of each. */
function daysOfDepartments(db: SqliteRemoteDatabase) {
  return db.select({
    departmentId: visitDay.departmentId,
    visitDate: visitDay.visitDate,
    activeCount: visitDay.activeCount,
  }).from(department).crossJoin(visitDay).where(and(
    eq(visitDay.departmentId, department.id),
    gte(visitDay.visitDate, sql.placeholder("start")),
    lte(visitDay.visitDate, sql.placeholder("end")),
    gt(visitDay.activeCount, 0),
  )).prepare();
}

const ACTIVE_COUNT = sql<number>`coalesce(sum(${visitDay.activeCount}), 0)`;

/**
 * The key that a page begins after: the end of the dates, or the last visit of the page before. One key for both, because
 * beside `visit_date <= end` SQLite would search by that and read every page before this one again.
 */
function startOf({ end = END_OF_TIME.visitDate }: VisitFilter, after: VisitKey | undefined): VisitKey {
  return after && after.visitDate <= end ? after : { ...END_OF_TIME, visitDate: end };
}

const END_OF_TIME: VisitKey = { visitDate: "9999-99-99", visitTime: "99:99", id: "" };

function bounds(filter: VisitFilter) {
  const { patientId = "", departmentId = "", start = "", end = END_OF_TIME.visitDate, withVoided } = filter;
  return { patientId, departmentId, start, end, voided: withVoided ? 1 : 0 };
}

function conditions(row: VisitRow) {
  return [requireActivePatient(row), requireActiveDepartment(row), requireClinician(row)];
}

/** An old visit may keep a department or clinician that has been deactivated since. */
function conditionsOfChange(row: VisitRow, before: VisitRow) {
  return [
    ...(row.departmentId === before.departmentId ? [] : [requireActiveDepartment(row)]),
    ...(row.clinicianId === before.clinicianId ? [] : [requireClinician(row)]),
  ];
}

function requireActivePatient({ patientId }: VisitRow) {
  const condition = "NOT EXISTS (SELECT 1 FROM patient WHERE id = ? AND voided_at IS NULL)";
  return refuseIf("unknown_patient", condition, [patientId]);
}

function requireActiveDepartment({ departmentId }: VisitRow) {
  const condition = "NOT EXISTS (SELECT 1 FROM department WHERE id = ? AND active)";
  return refuseIf("inactive_department", condition, [departmentId]);
}

function requireClinician({ clinicianId }: VisitRow) {
  const condition =
    "NOT EXISTS (SELECT 1 FROM staff WHERE id = ? AND active AND role IN ('doctor', 'nurse'))";
  return refuseIf("not_a_clinician", condition, [clinicianId]);
}

const insertVisit = template(
  build.insert(visit).values({
    id: sql.placeholder("id"),
    seq: currentSequence("records"),
    version: sql.placeholder("version"),
    patientId: sql.placeholder("patientId"),
    departmentId: sql.placeholder("departmentId"),
    clinicianId: sql.placeholder("clinicianId"),
    visitDate: sql.placeholder("visitDate"),
    visitTime: sql.placeholder("visitTime"),
    record: sql.placeholder("record"),
    voidedAt: sql.placeholder("voidedAt"),
  }),
);

const updateVisit = template(
  build.update(visit).set({
    seq: currentSequence("records"),
    version: sql`${sql.placeholder("version")}`,
    departmentId: sql`${sql.placeholder("departmentId")}`,
    clinicianId: sql`${sql.placeholder("clinicianId")}`,
    visitDate: sql`${sql.placeholder("visitDate")}`,
    visitTime: sql`${sql.placeholder("visitTime")}`,
    record: sql`${sql.placeholder("record")}`,
    voidedAt: sql`${sql.placeholder("voidedAt")}`,
  }).where(and(eq(visit.id, sql.placeholder("id")), eq(visit.version, sql.placeholder("before")))),
);
