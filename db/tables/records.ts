import { Buffer } from "node:buffer";
import { LRUCache } from "lru-cache";
import type { RowPlace } from "./authenticated_columns.ts";
import { associatedData, type Place } from "@/db/crypto/associated_data.ts";
import type { KeyRing } from "@/db/crypto/key_ring.ts";
import { hmac } from "@/db/crypto/digest.ts";
import { open, seal, UnreadableRecord } from "@/db/crypto/seal.ts";

/** A sealed record that has been opened, or the error where it cannot be. */
export type Opened<T> = T | UnreadableRecord;

interface CachedRecord {
  readonly sealed: Uint8Array;
  readonly place: string;
  readonly record: unknown;
}

const MAX_CACHED_RECORDS = 20_000; // more than a clinic uses in weeks

/** Seals and opens the records of one database. Every record that is written or read passes here. */
export class Records {
  readonly #openedOnce = new Set<string>();
  readonly #cache = new LRUCache<string, CachedRecord>({ max: MAX_CACHED_RECORDS });

  constructor(
    private readonly databaseId: string,
    private readonly keys: KeyRing,
    private readonly onUnreadable: (error: UnreadableRecord) => void,
  ) {}

  /** The sealed bytes of `record`, to be stored at `place` and nowhere else. */
  seal(place: RowPlace, record: unknown): Uint8Array {
    return seal(this.databaseId, this.keys.currentSealingKey, { ...place, column: "record" }, record);
  }

  /** The record that `sealed` holds, or the error if it does not open at `place`: one damaged row must not fail a whole list. */
  open<T>(place: RowPlace, sealed: Uint8Array): Opened<T> {
    try {
      return this.#openCached({ ...place, column: "record" }, sealed) as T;
    } catch (error) {
      if (!(error instanceof UnreadableRecord)) throw error;
      this.onUnreadable(error);
      return error;
    }
  }

  /** A keyed digest of what a change writes, for its audit entry: 32 bytes as hex. */
  changeDigest(place: RowPlace, record: unknown): string {
    const text = associatedData(this.databaseId, 0, { ...place, column: "record" }) + JSON.stringify(record);
    return Buffer.from(hmac(this.keys.change, text)).toString("hex");
  }

  /**
   * Opened records are cached, because opening is most of the cost of a read. A cached one is used only for the same bytes
   * at the same place, so that a change by SQL is noticed as it would be without a cache.
   */
  #openCached(place: Place, sealed: Uint8Array): unknown {
    const key = place.table + place.id;
    const at = JSON.stringify([place.version, place.readableColumns]);
    const cached = this.#cache.get(key);
    if (cached?.place === at && Buffer.compare(cached.sealed, sealed) === 0) return cached.record;
    const record = open(this.databaseId, this.keys.sealingKey, place, sealed);
    if (cached || this.#wasOpenedBefore(key)) this.#cache.set(key, { sealed, place: at, record });
    return record;
  }

  /** Only what is opened twice is cached: reading all records once would evict those in use, and take 200 MB. */
  #wasOpenedBefore(key: string): boolean {
    if (this.#openedOnce.has(key)) return true;
    if (this.#openedOnce.size >= MAX_CACHED_RECORDS) this.#openedOnce.clear();
    this.#openedOnce.add(key);
    return false;
  }
}
