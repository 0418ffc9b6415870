import Database from "libsql";
import type { PatientRecord } from "@/db/tables/patients.ts";
import { people } from "./people.ts";

const A_UNIT = 10_000;

/** A table of so many patients in plain columns, in a file that is made for it. */
export function plaintextTable(path: string, size: number): Database.Database {
  const database = new Database(path);
  database.exec("PRAGMA journal_mode = WAL");
  database.exec(`CREATE TABLE patient (
    id INTEGER PRIMARY KEY, full_name TEXT NOT NULL, date_of_birth TEXT NOT NULL, gender TEXT NOT NULL,
    contact_details TEXT NOT NULL, file_number TEXT NOT NULL)`);
  const insert = database.prepare("INSERT INTO patient VALUES (NULL, ?, ?, ?, ?, ?)");
  const all = people(size);
  const unit = database.transaction((count: number) => {
    for (let n = 0; n < count; n++) insert.run(columnsOf(all.next().value!));
  });
  for (let done = 0; done < size; done += A_UNIT) unit(Math.min(A_UNIT, size - done));
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  return database;
}

function columnsOf(person: PatientRecord): string[] {
  const { full_name, date_of_birth, gender, contact_details, file_number } = person;
  return [full_name, date_of_birth, gender, contact_details, file_number];
}

/** The only column of the only row. */
export function countOf(statement: Database.Statement, args: readonly string[]): number {
  return (statement.get(...args) as { found: number }).found;
}
