import { DrizzleQueryError, fillPlaceholders, type Query, type SQL, sql } from "drizzle-orm";
import { drizzle, type SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import type { Port, Statement, Value } from "@/db/port/port.ts";
import type { RefusalCode } from "./refusal_codes.ts";

/** Drizzle over a port: drizzle builds the SQL and maps the rows, the port executes. */
export function drizzleOver(port: Port): SqliteRemoteDatabase {
  return drizzle(async (sql, params, method) => {
    const statement = { sql, args: params };
    const rows = method === "get" ? await port.readOne(statement) : await port.read(statement);
    return { rows: rows as unknown as unknown[] };
  });
}

/**
 * The result of a prepared query. Drizzle wraps the port's errors in one with the SQL and its values in the message: that
 * one is removed, so that no patient data is logged. @throws DatabaseUnavailable
 */
export async function runQuery<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw error instanceof DrizzleQueryError && error.cause ? error.cause : error;
  }
}

/** Drizzle's builder for statements alone, which need no database to be built. */
export const build = drizzle(() => Promise.reject(new Error("a statement builder reads no rows")));

/** A statement built once (building costs 27 µs), to be filled in with the values of its placeholders. */
export type Template = (values: Record<string, unknown>) => Statement;

export function template(query: { toSQL(): Query }): Template {
  const { sql, params } = query.toSQL();
  return (values) => ({ sql, args: fillPlaceholders(params, values) as Value[] });
}

/** A condition of a unit: fails the unit with `code` where `condition` (SQL) holds. */
export function refuseIf(code: RefusalCode, condition: string, args: readonly Value[] = []): Statement {
  return { sql: `INSERT INTO refusal (code) SELECT '${code}' WHERE ${condition}`, args };
}

/** To be put after an UPDATE of a version: fails the unit when it changed no row, because the version is another. */
export const requireMatchingVersion: Statement = refuseIf("version_conflict", "changes() = 0");

/** Takes the next number of a change sequence; rows written after it in the unit read it with `sequenceNow`. */
export function advanceSequence(name: SequenceName): Statement {
  return { sql: `UPDATE sequence SET value = value + 1 WHERE name = '${name}'`, args: [] };
}

/** The number that `advance` took, for the rows of the same unit. */
export function currentSequence(name: SequenceName): SQL<number> {
  return sql<number>`(SELECT value FROM sequence WHERE name = ${sql.raw(`'${name}'`)})`;
}

export type SequenceName = "records" | "access";
