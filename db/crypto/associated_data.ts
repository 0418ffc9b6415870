/**
 * The place of a sealed record. All of it is authenticated with the record, so a record does not open that was moved to
 * another row or table, taken from another database or an older version, or whose readable columns were edited by SQL.
 * Which columns those are for each table is in db/tables/authenticated_columns.ts.
 */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly id: string;
  readonly version: number;
  /** The row's readable columns that mean something, in a fixed order. */
  readonly readableColumns: readonly (string | null)[];
}

/** The associated data of a sealed record: each part with its length before it, so that no two places give the same. */
export function associatedData(databaseId: string, keyId: number, place: Place): string {
  const { table, column, id, version, readableColumns } = place;
  let text = `${prefixed(databaseId)}${keyId},${prefixed(table)}${prefixed(column)}${
    prefixed(id)
  }${version},`;
  for (const value of readableColumns) text += prefixed(value);
  return APPLICATION + text;
}

const APPLICATION = "dovms sealed record 1;"; // application and envelope version

function prefixed(value: string | null): string {
  return value === null ? "-;" : `${value.length}:${value};`;
}
