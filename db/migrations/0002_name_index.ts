/** The name index's snapshot, and the epoch that it is checked against. */
export const nameIndexTables: readonly string[] = [
  `CREATE TABLE name_index (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), version INTEGER NOT NULL, record BLOB NOT NULL)`,
  `CREATE TABLE name_index_page (
    generation TEXT NOT NULL, page INTEGER NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (generation, page))`,
  `INSERT INTO meta (key, value) VALUES ('epoch', lower(hex(randomblob(8))))`,
];
