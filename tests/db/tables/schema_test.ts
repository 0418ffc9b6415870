import assert from "node:assert/strict";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { refusals } from "@/db/tables/refusal_codes.ts";
import { allTables } from "@/db/tables/schema.ts";
import type { Store } from "@/db/store.ts";
import { refuseIf } from "@/db/tables/statement.ts";
import { onEveryStore } from "@/tests/support/db/databases.ts";
import { query } from "@/tests/support/db/rows.ts";

onEveryStore("schema.ts tells of the tables that the migrations make, and of no others", async (store) => {
  const made = await query(
    store,
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  );
  const ofServer = ["libsql_wasm_func_table", "_litestream_seq", "_litestream_lock"];
  const names = made.flat().filter((name) => !ofServer.includes(name as string)).sort();
  const told = Object.values(allTables).map((table) => getTableConfig(table).name);
  assert.deepEqual(names, [...told, "refusal"].sort()); // refusal is never read and never holds a row
});

onEveryStore(
  "schema.ts tells of every column: name, type, whether it may be null, primary key",
  async (store) => {
    for (const table of Object.values(allTables)) {
      const { name, columns, primaryKeys } = getTableConfig(table);
      const composite = primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
      const told = columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notNull: column.notNull,
        key: column.primary ? 1 : composite.indexOf(column.name) + 1,
      }));
      assert.deepEqual(sorted(await columnsOf(store, name)), sorted(told), name);
    }
  },
);

onEveryStore("schema.ts tells of every index, and which are unique", async (store) => {
  for (const table of Object.values(allTables)) {
    const { name, columns, indexes } = getTableConfig(table);
    const unique = columns.filter((column) => column.isUnique);
    const told = [
      ...indexes.map((
        { config },
      ) => [config.unique, config.columns.map((column) => "name" in column && column.name)]),
      ...unique.map((column) => [true, [column.name]]),
    ];
    assert.deepEqual(sorted(await indexesOf(store, name)), sorted(told), name);
  }
});

onEveryStore(
  "refusal_codes.ts names the codes that the database knows, and each is raised as itself",
  async (store) => {
    const [[sql]] = await query(store, "SELECT sql FROM sqlite_master WHERE name = 'refused'") as [[string]];
    const codes = [...sql.matchAll(/WHEN '(\w+)' THEN RAISE\(ABORT, '(\w+)'\)/g)];
    assert.deepEqual(codes.map(([, when]) => when).sort(), [...refusals].sort());
    assert.ok(codes.every(([, when, raised]) => when === raised));
    for (const code of refusals) {
      const refused = store.port.write([refuseIf(code, "1 = 1")], true);
      await assert.rejects(refused, { name: "StatementFailed", index: 0, reason: code });
      await store.port.write([refuseIf(code, "1 = 0")], true);
    }
  },
);

async function columnsOf(store: Store, table: string) {
  const rows = await query(store, `SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`);
  return rows.map(([name, type, notNull, key]) => ({ name, type, notNull: notNull === 1, key }));
}

async function indexesOf(store: Store, table: string) {
  const lists = await query(
    store,
    `SELECT name, "unique" FROM pragma_index_list('${table}') WHERE origin <> 'pk'`,
  );
  return await Promise.all(lists.map(async ([name, unique]) => {
    const columns = await query(store, `SELECT name FROM pragma_index_info('${name}') ORDER BY seqno`);
    return [unique === 1, columns.flat()];
  }));
}

function sorted<T>(list: readonly T[]): string[] {
  return list.map((item) => JSON.stringify(item)).sort();
}
