/** A process of its own: LIKE '%x%' on plaintext columns. Reads an OtherPlan, prints an Other as JSON. */
import type Database from "libsql";
import { given, memoryNow } from "./child.ts";
import { bytesIn } from "./clinic.ts";
import type { Other, OtherPlan } from "./others.ts";
import { countOf, plaintextTable } from "./plaintext.ts";
import { timesOf } from "./times.ts";

async function like({ size, queries, seconds, folder }: OtherPlan): Promise<Other> {
  const database = plaintextTable(`${folder}/like.db`, size);
  const memoryMb = memoryNow();
  const fileMb = await bytesIn(folder) / 2 ** 20;
  const one = statementsFor(database, 1), two = statementsFor(database, 2);
  const ask = (search: string) => {
    const terms = search.split(" ").flatMap((term) => [`%${term}%`, `%${term}%`]);
    return { terms, ...terms.length > 2 ? two : one };
  };
  const times = await timesOf(queries, seconds, (search) => {
    const { terms, first, count } = ask(search);
    first.all(...terms);
    return countOf(count, terms);
  });
  const any50 = await timesOf(queries, seconds, (search) => {
    const { terms, any } = ask(search);
    return any.all(...terms).length;
  });
  return { buildMs: 0, memoryMb, fileMb, times, any50 };
}

/** Each of so many terms is in the name or the file number. */
function statementsFor(database: Database.Database, terms: 1 | 2) {
  const where = Array(terms).fill("(full_name LIKE ? OR file_number LIKE ?)").join(" AND ");
  return {
    first: database.prepare(`SELECT * FROM patient WHERE ${where} ORDER BY id LIMIT 50`),
    any: database.prepare(`SELECT * FROM patient WHERE ${where} LIMIT 50`),
    count: database.prepare(`SELECT count(*) AS found FROM patient WHERE ${where}`),
  };
}

if (import.meta.main) console.log(JSON.stringify(await like(await given<OtherPlan>())));
