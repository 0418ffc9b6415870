import Database from "libsql";
import type { World } from "./world.ts";

/** What a server without our concerns would have: the same tables and counters, everything in plain columns. */
const SCHEMA = [
  "PRAGMA journal_mode = WAL",
  "CREATE TABLE department (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL)",
  "CREATE TABLE staff (id TEXT PRIMARY KEY NOT NULL, full_name TEXT NOT NULL)",
  `CREATE TABLE patient (
    id TEXT PRIMARY KEY NOT NULL, full_name TEXT NOT NULL, date_of_birth TEXT NOT NULL, gender TEXT NOT NULL,
    contact_details TEXT NOT NULL, file_number TEXT NOT NULL UNIQUE, voided_at TEXT)`,
  `CREATE TABLE visit (
    id TEXT PRIMARY KEY NOT NULL, patient_id TEXT NOT NULL REFERENCES patient (id),
    department_id TEXT NOT NULL REFERENCES department (id), clinician_id TEXT NOT NULL REFERENCES staff (id),
    visit_date TEXT NOT NULL, visit_time TEXT NOT NULL, notes TEXT NOT NULL, voided_at TEXT)`,
  "CREATE INDEX visit_by_date ON visit (visit_date, visit_time, id)",
  "CREATE INDEX visit_by_department ON visit (department_id, visit_date, visit_time, id)",
  "CREATE INDEX visit_by_patient ON visit (patient_id, visit_date, visit_time, id)",
  `CREATE TABLE visit_day (
    department_id TEXT NOT NULL, visit_date TEXT NOT NULL, kept INTEGER NOT NULL,
    PRIMARY KEY (department_id, visit_date)) WITHOUT ROWID`,
  `CREATE TRIGGER visit_counted AFTER INSERT ON visit BEGIN
    INSERT INTO visit_day VALUES (NEW.department_id, NEW.visit_date, 1)
    ON CONFLICT (department_id, visit_date) DO UPDATE SET kept = kept + 1; END`,
  "CREATE TABLE patient_total (id INTEGER PRIMARY KEY NOT NULL, kept INTEGER NOT NULL)",
  "INSERT INTO patient_total VALUES (1, 0)",
  "CREATE TRIGGER patient_counted AFTER INSERT ON patient BEGIN UPDATE patient_total SET kept = kept + 1; END",
];

/** Makes the bare server's database and puts the world into it. */
export function seedBare(path: string, world: World): void {
  const database = new Database(path);
  for (const sql of SCHEMA) database.exec(sql);
  database.transaction(() => fill(database, world))();
  database.close();
}

function fill(database: Database.Database, { departments, doctors, patients, visits }: World): void {
  const insert = (sql: string, rows: readonly unknown[][]) => {
    const statement = database.prepare(sql);
    for (const row of rows) statement.run(row);
  };
  insert("INSERT INTO department VALUES (?, ?)", departments.map(({ id, name }) => [id, name]));
  insert("INSERT INTO staff VALUES (?, ?)", doctors.map(({ id, name }) => [id, name]));
  insert(
    "INSERT INTO patient VALUES (?, ?, ?, ?, ?, ?, NULL)",
    patients.map((
      { id, record: r },
    ) => [id, r.full_name, r.date_of_birth, r.gender, r.contact_details, r.file_number]),
  );
  insert(
    "INSERT INTO visit VALUES (?, ?, ?, ?, ?, ?, ?, NULL)",
    visits.map((v) => [v.id, v.patientId, v.departmentId, v.clinicianId, v.visitDate, v.visitTime, v.notes]),
  );
}
