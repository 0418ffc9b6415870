// Not imported from refusals.ts: a migration that has been applied never changes.
const REFUSALS = [
  "version_conflict",
  "unknown_patient",
  "inactive_department",
  "not_a_clinician",
  "last_administrator",
  "already_set_up",
];

/** The first schema. schema.ts says what each column means; a test compares the two. */
export const firstSchema: readonly string[] = [
  `CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)`,

  `CREATE TABLE key_ring (id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), version INTEGER NOT NULL, record BLOB NOT NULL)`,

  `CREATE TABLE sequence (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL)`,
  `INSERT INTO sequence VALUES ('records', 0), ('access', 0)`,

  `CREATE TABLE patient (
    id TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL,
    record BLOB NOT NULL, voided_at TEXT)`,
  `CREATE INDEX patient_by_seq ON patient (seq)`,

  `CREATE TABLE patient_file_tag (
    epoch INTEGER NOT NULL, tag BLOB NOT NULL, patient_id TEXT NOT NULL REFERENCES patient (id),
    PRIMARY KEY (epoch, tag)) WITHOUT ROWID`,
  `CREATE UNIQUE INDEX patient_file_tag_by_patient ON patient_file_tag (epoch, patient_id)`,

  `CREATE TABLE department (
    id TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL,
    record BLOB NOT NULL, name_tag BLOB NOT NULL UNIQUE, active INTEGER NOT NULL)`,
  `CREATE INDEX department_by_seq ON department (seq)`,

  `CREATE TABLE staff (
    id TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL,
    record BLOB NOT NULL, username_tag BLOB NOT NULL UNIQUE, role TEXT NOT NULL, active INTEGER NOT NULL)`,
  `CREATE INDEX staff_by_seq ON staff (seq)`,

  `CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL,
    record BLOB NOT NULL, staff_id TEXT NOT NULL REFERENCES staff (id), expires_at TEXT NOT NULL, ended_at TEXT)`,
  `CREATE INDEX session_by_seq ON session (seq)`,
  `CREATE INDEX session_by_staff ON session (staff_id)`,

  `CREATE TABLE visit (
    id TEXT PRIMARY KEY NOT NULL, seq INTEGER NOT NULL, version INTEGER NOT NULL,
    patient_id TEXT NOT NULL REFERENCES patient (id),
    department_id TEXT NOT NULL REFERENCES department (id),
    clinician_id TEXT NOT NULL REFERENCES staff (id),
    visit_date TEXT NOT NULL, visit_time TEXT NOT NULL, record BLOB NOT NULL, voided_at TEXT)`,
  `CREATE INDEX visit_by_date ON visit (visit_date, visit_time, id)`,
  `CREATE INDEX visit_by_department ON visit (department_id, visit_date, visit_time, id)`,
  `CREATE INDEX visit_by_patient ON visit (patient_id, visit_date, visit_time, id)`,

  // Totals, because counting 300,000 rows for a header would block for 16 ms.
  `CREATE TABLE visit_day (
    department_id TEXT NOT NULL, visit_date TEXT NOT NULL, kept INTEGER NOT NULL, voided INTEGER NOT NULL,
    PRIMARY KEY (department_id, visit_date)) WITHOUT ROWID`,
  `CREATE TRIGGER visit_counted AFTER INSERT ON visit BEGIN ${countVisit("NEW", 1)}; END`,
  `CREATE TRIGGER visit_recounted AFTER UPDATE OF department_id, visit_date, voided_at ON visit
    BEGIN ${countVisit("OLD", -1)}; ${countVisit("NEW", 1)}; END`,
  `CREATE TABLE patient_total (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), kept INTEGER NOT NULL, voided INTEGER NOT NULL)`,
  `INSERT INTO patient_total VALUES (1, 0, 0)`,
  `CREATE TRIGGER patient_counted AFTER INSERT ON patient BEGIN ${countPatient("NEW", 1)}; END`,
  `CREATE TRIGGER patient_recounted AFTER UPDATE OF voided_at ON patient
    BEGIN ${countPatient("OLD", -1)}; ${countPatient("NEW", 1)}; END`,

  `CREATE TABLE audit_chain (chain TEXT PRIMARY KEY NOT NULL, started_at TEXT NOT NULL)`,
  `CREATE TABLE audit (
    chain TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, actor TEXT, session TEXT,
    action TEXT NOT NULL, outcome TEXT NOT NULL, source TEXT, subjects TEXT NOT NULL, mac BLOB NOT NULL,
    PRIMARY KEY (chain, number)) WITHOUT ROWID`,
  `CREATE INDEX audit_by_time ON audit (at)`,

  // A unit's conditions are statements that fail: inserting a code here aborts the unit with that code.
  `CREATE TABLE refusal (code TEXT NOT NULL)`,
  `CREATE TRIGGER refused BEFORE INSERT ON refusal BEGIN
    SELECT CASE NEW.code
      ${REFUSALS.map((code) => `WHEN '${code}' THEN RAISE(ABORT, '${code}')`).join("\n      ")}
      ELSE RAISE(ABORT, 'refused')
    END;
  END`,
];

function countVisit(row: "NEW" | "OLD", by: 1 | -1): string {
  return `INSERT INTO visit_day VALUES (${row}.department_id, ${row}.visit_date,
      ${by} * (${row}.voided_at IS NULL), ${by} * (${row}.voided_at IS NOT NULL))
    ON CONFLICT (department_id, visit_date) DO UPDATE SET
      kept = kept + excluded.kept, voided = voided + excluded.voided`;
}

function countPatient(row: "NEW" | "OLD", by: 1 | -1): string {
  return `UPDATE patient_total SET kept = kept + ${by} * (${row}.voided_at IS NULL),
    voided = voided + ${by} * (${row}.voided_at IS NOT NULL)`;
}
