import { Buffer } from "node:buffer";
import { v7 as uuidv7 } from "uuid";
import { toBase64 } from "@/db/crypto/base64.ts";
import type { Place } from "@/db/crypto/associated_data.ts";
import type { SealingKey } from "@/db/crypto/seal.ts";
import { gcmTag, PageSealer } from "@/db/crypto/page_sealer.ts";
import type { Port, Statement } from "@/db/port/port.ts";
import { nameIndexPlace } from "@/db/tables/authenticated_columns.ts";
import type { Records } from "@/db/tables/records.ts";
import type { Mark } from "@/db/name_index/mark.ts";
import { PAGE_BYTES, pageCount, pagesOf, readSegment } from "./layout.ts";
import type { Segment } from "@/db/name_index/segment/segment.ts";

/** An index as of a mark. */
export interface Snapshot {
  readonly whole: Segment;
  readonly mark: Mark;
  /** The highest file number that is a plain number. */
  readonly highest: string;
  /** The ids of patients to be read again before each search: see sync/persistent_index.ts. */
  readonly quarantined: readonly string[];
}

/** The sealed row that lists the pages of a snapshot. Its keys are stored: `doubtful` are the quarantined patients. */
interface Manifest {
  readonly format: number;
  readonly generation: string;
  readonly key: number;
  readonly mark: Mark;
  readonly highest: string;
  readonly doubtful: readonly string[];
  /** The tag of each sealed page, one after the other, base64: 16 bytes a page. */
  readonly tags: string;
}

const FORMAT = 2; // of the pages and of folded texts: a snapshot of another format is built anew
const TAG_BYTES = 16;

/**
 * Stores the index in the database as sealed pages of 256 KiB, so that the file shows how large it is and nothing else. A
 * new snapshot is written beside the old one, a page at a time, and replaces it when the manifest is switched in one
 * transaction: a process killed at any moment leaves the old one or the new one.
 */
export class Snapshots {
  readonly #sealer: PageSealer;

  constructor(
    private readonly port: Port,
    databaseId: string,
    private readonly key: SealingKey,
    private readonly records: Records,
  ) {
    this.#sealer = new PageSealer(databaseId, key);
  }

  /**
   * The last snapshot; undefined when there is none that is complete, of this database and of this key. It can always be
   * built again from the records. @throws DatabaseUnavailable
   */
  async load(): Promise<Snapshot | undefined> {
    const found = await this.#manifest();
    if (!found.manifest) return undefined;
    const { mark, highest, doubtful: quarantined } = found.manifest;
    const bytes = await this.#readPages(found.manifest);
    const whole = bytes && toSegment(bytes);
    return whole && { whole, mark, highest, quarantined };
  }

  /**
   * Writes a snapshot a page at a time, and waits for `pause` after each. Does nothing where another process
   * has switched to its own meanwhile. @throws DatabaseUnavailable | StatementFailed when it could not be written: the old one stays
   */
  async save({ whole, mark, highest, quarantined }: Snapshot, pause: () => Promise<void>): Promise<void> {
    const { version, manifest: old } = await this.#manifest();
    const generation = uuidv7();
    const tags: Uint8Array[] = [];
    for (const page of pagesOf(whole)) {
      const sealed = await this.#sealer.seal(placeOf(generation, tags.length, mark), page);
      await this.#write(insertPage(generation, tags.length, sealed));
      tags.push(gcmTag(sealed).slice());
      await pause();
    }
    const joined = toBase64(Buffer.concat(tags));
    const described = { format: FORMAT, key: this.key.id, mark, highest, doubtful: quarantined };
    const manifest: Manifest = { ...described, generation, tags: joined };
    await this.#switch(version, manifest, pageCount(whole));
    await this.#removeOthers(old?.generation, pause);
  }

  async #manifest(): Promise<{ version: number; manifest: Manifest | undefined }> {
    const [row] = await this.port.read({
      sql: "SELECT version, record FROM name_index WHERE id = 1",
      args: [],
    });
    if (!row) return { version: 0, manifest: undefined };
    const version = row[0] as number;
    const sealed = row[1] instanceof Uint8Array ? row[1] : new Uint8Array(0);
    const opened = this.records.open<Manifest>(nameIndexPlace(version), sealed);
    const fits = !(opened instanceof Error) && isManifest(opened) && opened.key === this.key.id;
    return { version, manifest: fits ? opened : undefined };
  }

  async #readPages({ generation, mark, tags }: Manifest): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const expected = Buffer.from(tags, "base64");
    const count = Math.floor(expected.length / TAG_BYTES);
    const bytes = new Uint8Array(count * PAGE_BYTES);
    for (let from = 0; from < count; from += AT_ONCE) {
      const rows = await this.port.read(selectPages(generation, from));
      const opening = rows.map(async ([number, sealed]) => {
        const page = await this.#open(generation, number as number, mark, expected, sealed);
        if (page) bytes.set(page, (number as number) * PAGE_BYTES);
        return page !== undefined;
      });
      const opened = await Promise.all(opening);
      if (rows.length !== Math.min(AT_ONCE, count - from) || opened.includes(false)) return undefined;
    }
    return bytes;
  }

  async #open(generation: string, number: number, mark: Mark, expected: Uint8Array, sealed: unknown) {
    if (!(sealed instanceof Uint8Array)) return undefined;
    const tag = expected.subarray(number * TAG_BYTES, (number + 1) * TAG_BYTES);
    if (Buffer.compare(gcmTag(sealed), tag) !== 0) return undefined;
    const page = await this.#sealer.open(placeOf(generation, number, mark), sealed);
    return page?.length === PAGE_BYTES ? page : undefined;
  }

  /** Only if the manifest is still the one there was at the beginning, and every page is still there. */
  #switch(version: number, manifest: Manifest, pages: number): Promise<void> {
    const sealed = this.records.seal(nameIndexPlace(version + 1), manifest);
    const args = [version + 1, sealed, version, manifest.generation, pages];
    return this.#write({ sql: SWITCH, args });
  }

  /** Deletes the pages of snapshots that were replaced or never finished, one at a time: SQLite overwrites each. */
  async #removeOthers(old: string | undefined, pause: () => Promise<void>): Promise<void> {
    const { manifest } = await this.#manifest();
    if (!manifest) return;
    for (;;) {
      const sql =
        "SELECT generation, page FROM name_index_page WHERE generation < ? OR generation = ? LIMIT 1";
      const [row] = await this.port.read({ sql, args: [manifest.generation, old ?? ""] });
      if (!row || row[0] === manifest.generation) return;
      await this.#write({ sql: "DELETE FROM name_index_page WHERE generation = ? AND page = ?", args: row });
      await pause();
    }
  }

  /** Without waiting for the disk: a snapshot lost in a power failure is built again. */
  #write(statement: Statement): Promise<void> {
    return this.port.write([statement], false);
  }
}

/** Whether this program can read it: a start must not fail because another version wrote it. */
function isManifest(opened: Manifest | null): boolean {
  return opened?.format === FORMAT && Array.isArray(opened.doubtful) &&
    Array.isArray(opened.mark?.witnesses) &&
    [opened.generation, opened.tags, opened.highest].every((each) => typeof each === "string");
}

/** The segment; undefined where the bytes are none. */
function toSegment(bytes: Uint8Array<ArrayBuffer>): Segment | undefined {
  try {
    return readSegment(bytes);
  } catch {
    return undefined;
  }
}

const AT_ONCE = 8; // pages: 2 MiB of answer from a server

const SWITCH = `INSERT INTO name_index (id, version, record)
  SELECT 1, column1, column2 FROM (VALUES (?, ?))
  WHERE coalesce((SELECT version FROM name_index WHERE id = 1), 0) = ?
    AND (SELECT count(*) FROM name_index_page WHERE generation = ?) = ?
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, record = excluded.record`;

function insertPage(generation: string, page: number, sealed: Uint8Array): Statement {
  const sql = "INSERT INTO name_index_page (generation, page, sealed) VALUES (?, ?, ?)";
  return { sql, args: [generation, page, sealed] };
}

function selectPages(generation: string, from: number): Statement {
  const sql = `SELECT page, sealed FROM name_index_page
    WHERE generation = ? AND page >= ? AND page < ? ORDER BY page`;
  return { sql, args: [generation, from, from + AT_ONCE] };
}

/** A page opens only with this number, in this generation and at this mark. */
function placeOf(generation: string, page: number, { epoch, seq }: Mark): Place {
  return {
    table: "name_index_page",
    column: "sealed",
    id: generation,
    version: page,
    readableColumns: [epoch, String(seq)],
  };
}
