/**
 * The slot document of a remote database. The keys are needed before any other table can be made, and databases of
 * earlier versions have this one already: so storing the document creates the table, and the migration creates it
 * where it is still missing.
 */
export const createKeySlots =
  "CREATE TABLE IF NOT EXISTS key_slots (id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), document TEXT NOT NULL)";

export const keySlotsTable: readonly string[] = [createKeySlots];
