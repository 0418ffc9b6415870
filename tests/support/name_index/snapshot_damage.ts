import type { Row, Statement } from "@/db/port/port.ts";
import { type Store } from "@/db/store.ts";
import { query } from "@/tests/support/db/rows.ts";
import type { Harm } from "./clinic_steps.ts";
import type { Coverage } from "./coverage.ts";

interface StoredSnapshot {
  /** Version and record. */
  readonly manifest: Row;
  /** Generation, number and sealed bytes of each page. */
  readonly pages: readonly Row[];
}

/** Damage that SQL can do to a stored snapshot, also with the parts of earlier ones. */
export class SnapshotDamage {
  #earlier: StoredSnapshot[] = [];

  constructor(private readonly coverage: Coverage) {}

  /** Remembers the present snapshot. */
  async remember(store: Store): Promise<void> {
    const [manifest] = await query(store, "SELECT version, record FROM name_index");
    if (!manifest) return;
    const pages = await query(store, "SELECT generation, page, sealed FROM name_index_page ORDER BY 1, 2");
    this.#earlier.push({ manifest, pages });
  }

  forget(): void {
    this.#earlier = [];
  }

  /** Does the damage, if there is a snapshot. */
  async harm(store: Store, harm: Harm, nth: number): Promise<void> {
    const pages = await query(store, "SELECT generation, page, sealed FROM name_index_page ORDER BY 1, 2");
    const statements = this.#statements(harm, nth, pages);
    if (statements.length === 0) return;
    await store.port.write(statements, true);
    this.coverage.add(harm);
  }

  #statements(harm: Harm, nth: number, pages: readonly Row[]): Statement[] {
    const page = pages[nth % pages.length];
    const earlier = this.#earlier[nth % this.#earlier.length];
    switch (harm) {
      case "flip a page":
        return page ? [putPage(page, flipped(page[2] as Uint8Array, nth))] : [];
      case "delete a page":
        return page
          ? [{ sql: "DELETE FROM name_index_page WHERE generation = ? AND page = ?", args: page.slice(0, 2) }]
          : [];
      case "swap two pages":
        return swapped(page, pages[(nth + 1) % pages.length]);
      case "older page":
        return page && earlier
          ? [putPage(page, earlier.pages[nth % earlier.pages.length]![2] as Uint8Array)]
          : [];
      case "flip manifest":
        return earlier
          ? [{
            sql: "UPDATE name_index SET record = ?",
            args: [flipped(earlier.manifest[1] as Uint8Array, nth)],
          }]
          : [];
      case "older manifest":
        return earlier ? [putManifest(earlier)] : [];
      case "older snapshot":
        return earlier ? [putManifest(earlier), ...earlier.pages.map(insertPage)] : [];
      case "delete manifest":
        return [{ sql: "DELETE FROM name_index", args: [] }];
    }
  }
}

function swapped(one: Row | undefined, other: Row | undefined): Statement[] {
  if (!one || !other || one === other) return [];
  return [putPage(one, other[2] as Uint8Array), putPage(other, one[2] as Uint8Array)];
}

function putPage([generation, page]: Row, sealed: Uint8Array): Statement {
  const sql = "UPDATE name_index_page SET sealed = ? WHERE generation = ? AND page = ?";
  return { sql, args: [sealed, generation!, page!] };
}

function insertPage(row: Row): Statement {
  return {
    sql: "INSERT OR REPLACE INTO name_index_page (generation, page, sealed) VALUES (?, ?, ?)",
    args: row,
  };
}

function putManifest({ manifest }: StoredSnapshot): Statement {
  return { sql: "INSERT OR REPLACE INTO name_index (id, version, record) VALUES (1, ?, ?)", args: manifest };
}

/** The bytes with one bit flipped. */
export function flipped(bytes: Uint8Array, nth: number): Uint8Array {
  const copy = bytes.slice();
  copy[(nth * 7_919) % copy.length]! ^= 1 << nth % 8;
  return copy;
}
