import { getTableName } from "drizzle-orm";
import type { Departments } from "./tables/departments.ts";
import { newestSchema, schemaOf } from "./migrations.ts";
import type { Patients } from "./tables/patients.ts";
import { DatabaseUnavailable, type Port } from "./port/port.ts";
import { allTables } from "./tables/schema.ts";
import type { Staff } from "./tables/staff.ts";
import type { Visits } from "./tables/visits.ts";

/** The tables of one open database. A store is one. */
export interface Tables {
  readonly port: Port;
  readonly patients: Patients;
  readonly visits: Visits;
  readonly departments: Departments;
  readonly staff: Staff;
}

/** What was examined, and what is wrong with it. No patient data is in it. */
export type Examined =
  | { readonly part: "structure"; readonly damaged: readonly string[] | undefined }
  | { readonly part: "records"; readonly opened: number; readonly unreadable: number }
  | { readonly part: "clock"; readonly newest: string | null };

const SAMPLE = 100;

/** Examines a database without writing to it. @throws DatabaseUnavailable */
export async function* examine(tables: Tables): AsyncGenerator<Examined> {
  yield { part: "structure", damaged: await damagedTables(tables.port) };
  yield { part: "records", ...await openSample(tables) };
  yield { part: "clock", newest: await newestEntry(tables.port) };
}

/**
 * The tables that are missing, or whose pages or rows SQLite finds damaged; undefined where the database does not tell.
 * An older schema lacks some tables until the next start.
 */
async function damagedTables(port: Port): Promise<string[] | undefined> {
  const expected: string[] = Object.values(allTables).map(getTableName);
  try {
    const present = await presentTables(port);
    const isNewest = await schemaOf(port) === newestSchema;
    const damaged = isNewest ? expected.filter((table) => !present.has(table)) : [];
    for (const table of expected) if (present.has(table) && !await isIntact(port, table)) damaged.push(table);
    return damaged;
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return undefined;
    throw error;
  }
}

async function presentTables(port: Port): Promise<Set<string>> {
  const rows = await port.read({ sql: "SELECT name FROM sqlite_master WHERE type = 'table'", args: [] });
  return new Set(rows.map(([name]) => name as string));
}

async function isIntact(port: Port, table: string): Promise<boolean> {
  const rows = await port.read({ sql: `PRAGMA quick_check('${table}')`, args: [] });
  return rows.length === 1 && rows[0]![0] === "ok";
}

/** Opens all departments and staff, and up to 100 of the oldest patients, newest patients and newest visits. */
async function openSample({ port, patients, visits, departments, staff }: Tables) {
  const sample = [
    ...await patients.page("", SAMPLE, true),
    ...await patients.lastChanged(SAMPLE),
    ...await visits.page({ withVoided: true }, undefined, SAMPLE),
  ];
  const rows = [...new Map(sample.map((row) => [row.id, row])).values()]; // in a small clinic the oldest are the newest too
  const few = await countOf(port, "department") + await countOf(port, "staff");
  const read = (await departments.changedSince(0)).length + (await staff.changedSince(0)).length;
  const unreadable = rows.filter(({ record }) => record instanceof Error).length + few - read; // changedSince() leaves those out
  return { opened: rows.length + few, unreadable };
}

async function countOf(port: Port, table: "department" | "staff"): Promise<number> {
  return (await port.read({ sql: `SELECT count(*) FROM ${table}`, args: [] }))[0]![0] as number;
}

/** The time of the newest audit entry (instant, UTC): a clock behind it is wrong. */
async function newestEntry(port: Port): Promise<string | null> {
  const rows = await port.read({ sql: "SELECT max(at) FROM audit", args: [] });
  return rows[0]![0] as string | null;
}
