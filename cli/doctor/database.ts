import { Departments } from "@/db/tables/departments.ts";
import { examine, type Tables } from "@/db/examine.ts";
import { loadKeyRing } from "@/db/tables/key_ring.ts";
import { NewerSchema, newestSchema, schemaOf } from "@/db/migrations.ts";
import { Patients } from "@/db/tables/patients.ts";
import type { Port } from "@/db/port/port.ts";
import { Records } from "@/db/tables/records.ts";
import { Staff } from "@/db/tables/staff.ts";
import { drizzleOver } from "@/db/tables/statement.ts";
import { Visits } from "@/db/tables/visits.ts";
import type { UnlockedKeys } from "@/cli/keys/unlock_keys.ts";
import { type Check, unknown, warning, well, wrong } from "./check.ts";

/** Opens a database and examines it without writing to it, unlike a start. @throws as openDatabase() */
export async function* checkDatabase(
  open: () => Promise<Port>,
  keys: UnlockedKeys,
  now: Date,
): AsyncGenerator<Check> {
  const port = await open();
  try {
    const schema = await schemaOf(port);
    if (schema === 0) {
      return yield wrong("schema", "The database is empty: it was never made, or not to its end");
    }
    if (schema > newestSchema) throw new NewerSchema(schema);
    const behind = schema < newestSchema ? ", and the next start brings it to the newest" : "";
    yield well("schema", `The database opens; its schema is ${schema}${behind}`);
    yield* checkTables(await tablesOf(port, keys), now);
  } finally {
    port.close();
  }
}

/** Examines the tables of an open database. */
export async function* checkTables(tables: Tables, now: Date): AsyncGenerator<Check> {
  for await (const examined of examine(tables)) {
    if (examined.part === "structure") yield structure(examined.damaged);
    if (examined.part === "records") yield records(examined.opened, examined.unreadable);
    if (examined.part === "clock") yield clock(examined.newest, now);
  }
}

async function tablesOf(port: Port, { document: { database }, master }: UnlockedKeys): Promise<Tables> {
  const keys = await loadKeyRing(port, database, master);
  const records = new Records(database, keys, () => {});
  const db = drizzleOver(port);
  return {
    port,
    patients: new Patients(db, records, keys),
    visits: new Visits(db, records),
    departments: new Departments(db, records, keys),
    staff: new Staff(db, records, keys),
  };
}

function structure(damaged: readonly string[] | undefined): Check {
  if (damaged === undefined) {
    return unknown("structure", "The database does not let its structure be checked");
  }
  if (damaged.length === 0) return well("structure", "The database's tables and indexes are sound");
  return wrong(
    "structure",
    `The database is damaged in ${damaged.join(", ")}: copy the data folder away, then restore a backup`,
  );
}

function records(opened: number, unreadable: number): Check {
  if (unreadable === 0) return well("records", `A sample of ${opened} sealed records opens`);
  return wrong(
    "records",
    `Of a sample of ${opened} sealed records ${unreadable} do not open: somebody changed them, or the disk did`,
  );
}

const LEEWAY_MS = 60_000;

function clock(newest: string | null, now: Date): Check {
  const at = Date.parse(newest ?? "");
  if (Number.isNaN(at)) {
    return warning("clock", "The audit has no entry with a time: dovms audit verify tells more");
  }
  if (at <= now.getTime() + LEEWAY_MS) return well("clock", "The clock is not behind the data");
  return wrong(
    "clock",
    `The clock says ${now.toISOString()}, but the newest entry was written at ${newest}: set the clock`,
  );
}
