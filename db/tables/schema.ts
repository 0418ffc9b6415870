import {
  blob,
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";

/**
 * What is stored. What belongs in tables/ is how the rows of each table are read, opened, sealed and turned into statements,
 * and the conditions of SQL that a change depends on; what a clinic may do with them is up to clinic/.
 *
 * `record` is a sealed JSON record (see crypto/seal.ts); every other column can be read by anybody who has
 * the file and is bound to the record as associated data wherever it means something. `seq` is the change sequence
 * number of the row's last change, `version` counts its changes from 1. Instants are UTC, ISO 8601.
 */
const sealed = () => sealedBytes("record").notNull();

// SQL may have put a text or a number there: read as no bytes, it is a record that does not open.
const sealedBytes = customType<{ data: Uint8Array; driverData: unknown }>({
  dataType: () => "blob",
  fromDriver: (value) => value instanceof Uint8Array ? value : new Uint8Array(0),
});

const common = { id: text().primaryKey(), seq: integer().notNull(), version: integer().notNull() };

export const patient = sqliteTable("patient", {
  ...common,
  record: sealed(),
  voidedAt: text("voided_at"),
}, (t) => [index("patient_by_seq").on(t.seq)]);

/** A keyed digest of each patient's folded file number, unique. `epoch` numbers the tag keys: key rotation can hold two. */
export const patientFileTag = sqliteTable("patient_file_tag", {
  epoch: integer().notNull(),
  tag: blob({ mode: "buffer" }).notNull(),
  patientId: text("patient_id").notNull(),
}, (t) => [
  primaryKey({ columns: [t.epoch, t.tag] }),
  uniqueIndex("patient_file_tag_by_patient").on(t.epoch, t.patientId),
]);

export const visit = sqliteTable("visit", {
  ...common,
  patientId: text("patient_id").notNull(),
  departmentId: text("department_id").notNull(),
  clinicianId: text("clinician_id").notNull(),
  visitDate: text("visit_date").notNull(),
  visitTime: text("visit_time").notNull(),
  record: sealed(),
  voidedAt: text("voided_at"),
}, (t) => [
  index("visit_by_date").on(t.visitDate, t.visitTime, t.id),
  index("visit_by_department").on(t.departmentId, t.visitDate, t.visitTime, t.id),
  index("visit_by_patient").on(t.patientId, t.visitDate, t.visitTime, t.id),
]);

/** How many visits a department has on a day; triggers update it in the unit that changes a visit. `kept` is the column's older name. */
export const visitDay = sqliteTable("visit_day", {
  departmentId: text("department_id").notNull(),
  visitDate: text("visit_date").notNull(),
  activeCount: integer("kept").notNull(),
  voided: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.departmentId, t.visitDate] })]);

/** How many patients there are; triggers update it. One row. */
export const patientTotal = sqliteTable("patient_total", {
  id: integer().primaryKey(),
  activeCount: integer("kept").notNull(),
  voided: integer().notNull(),
});

export const department = sqliteTable("department", {
  ...common,
  record: sealed(),
  nameTag: blob("name_tag", { mode: "buffer" }).notNull().unique(),
  active: integer({ mode: "boolean" }).notNull(),
}, (t) => [index("department_by_seq").on(t.seq)]);

/** `role` and `active` are in the record too: these copies are for SQL's conditions and must match. */
export const staff = sqliteTable("staff", {
  ...common,
  record: sealed(),
  usernameTag: blob("username_tag", { mode: "buffer" }).notNull().unique(),
  role: text().notNull(),
  active: integer({ mode: "boolean" }).notNull(),
}, (t) => [index("staff_by_seq").on(t.seq)]);

/** Loaded while unexpired; `ended_at` is set when a session is ended early, e.g. by signing out. */
export const session = sqliteTable("session", {
  ...common,
  record: sealed(),
  staffId: text("staff_id").notNull(),
  expiresAt: text("expires_at").notNull(),
  endedAt: text("ended_at"),
}, (t) => [index("session_by_seq").on(t.seq), index("session_by_staff").on(t.staffId)]);

/** One chain per writing process; `mac` covers the entry and the mac before it. */
const audit = sqliteTable("audit", {
  chain: text().notNull(),
  number: integer().notNull(),
  at: text().notNull(),
  actor: text(),
  session: text(),
  action: text().notNull(),
  outcome: text().notNull(),
  source: text(),
  /** JSON: the rows concerned, with versions and digests of what was written, or how many there were. */
  subjects: text().notNull(),
  mac: blob({ mode: "buffer" }).notNull(),
}, (t) => [primaryKey({ columns: [t.chain, t.number] }), index("audit_by_time").on(t.at)]);

/** The entries about a change of the row `subject`; a trigger adds to it. Only the entries themselves prove anything. */
const auditChange = sqliteTable("audit_change", {
  subject: text().notNull(),
  at: text().notNull(),
  chain: text().notNull(),
  number: integer().notNull(),
}, (t) => [primaryKey({ columns: [t.subject, t.at, t.chain, t.number] })]);

const auditChain = sqliteTable("audit_chain", {
  chain: text().primaryKey(),
  startedAt: text("started_at").notNull(),
});

/** The change sequences: `records` for patients and visits, `access` for departments, staff and sessions. */
const sequence = sqliteTable("sequence", {
  name: text().primaryKey(),
  value: integer().notNull(),
});

/** The key ring, sealed by the master key. One row. */
const keyRing = sqliteTable("key_ring", {
  id: integer().primaryKey(),
  version: integer().notNull(),
  record: sealed(),
});

/** Which keys open a remote database (see key_slots.ts). One row there; none where `keys.json` lies in a data folder. */
const keySlots = sqliteTable("key_slots", {
  id: integer().primaryKey(),
  document: text().notNull(),
});

/** The manifest of the name index's snapshot: which pages it consists of. One row, or none. */
const nameIndex = sqliteTable("name_index", {
  id: integer().primaryKey(),
  version: integer().notNull(),
  record: sealed(),
});

/** The name index as of some moment, in sealed pages of one size. */
const nameIndexPage = sqliteTable("name_index_page", {
  generation: text().notNull(),
  page: integer().notNull(),
  sealed: blob({ mode: "buffer" }).notNull(),
}, (t) => [primaryKey({ columns: [t.generation, t.page] })]);

/** `schema`, `database` (its id) and `epoch` (another one says that an older state was restored). */
const meta = sqliteTable("meta", { key: text().primaryKey(), value: text().notNull() });

export const allTables = {
  patient,
  patientFileTag,
  visit,
  visitDay,
  patientTotal,
  department,
  staff,
  session,
  audit,
  auditChange,
  auditChain,
  sequence,
  keyRing,
  keySlots,
  nameIndex,
  nameIndexPage,
  meta,
};
