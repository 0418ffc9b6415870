/**
 * A process of its own: FTS5 with the trigram tokenizer on plaintext columns, its text in the table that it indexes
 * (`content=`), not a second time in itself. Reads an OtherPlan, prints an Other as JSON.
 */
import { given, memoryNow } from "./child.ts";
import { bytesIn } from "./clinic.ts";
import type { Other, OtherPlan } from "./others.ts";
import { countOf, plaintextTable } from "./plaintext.ts";
import { timesOf } from "./times.ts";

async function fts5({ size, queries, seconds, folder }: OtherPlan): Promise<Other> {
  const database = plaintextTable(`${folder}/fts5.db`, size);
  const from = performance.now();
  database.exec(
    "CREATE VIRTUAL TABLE found USING fts5(full_name, file_number, content='patient', content_rowid='id', tokenize='trigram')",
  );
  database.exec("INSERT INTO found (found) VALUES ('rebuild')");
  const buildMs = performance.now() - from;
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const memoryMb = memoryNow();
  const fileMb = await bytesIn(folder) / 2 ** 20;

  const count = database.prepare("SELECT count(*) AS found FROM found WHERE found MATCH ?");
  const rows = "SELECT patient.* FROM found JOIN patient ON patient.id = found.rowid WHERE found MATCH ?";
  const best = database.prepare(`${rows} ORDER BY found.rank LIMIT 50`);
  const any = database.prepare(`${rows} LIMIT 50`);
  const times = await timesOf(queries, seconds, (search) => {
    best.all(matchOf(search));
    return countOf(count, [matchOf(search)]);
  }, hasTrigrams);
  const any50 = await timesOf(queries, seconds, (search) => any.all(matchOf(search)).length, hasTrigrams);
  return { buildMs, memoryMb, fileMb, times, any50 };
}

/** Every term is in the name or the file number. */
function matchOf(search: string): string {
  return search.split(" ").map((term) => `"${term}"`).join(" AND ");
}

/** Of fewer than three letters there is no trigram. */
function hasTrigrams(search: string): boolean {
  return search.split(" ").every((term) => term.length >= 3);
}

if (import.meta.main) console.log(JSON.stringify(await fts5(await given<OtherPlan>())));
