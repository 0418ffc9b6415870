import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { Place } from "./associated_data.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { subkey } from "./derive.ts";
import { sealingKey } from "./key_ring.ts";
import { open, seal, UnreadableRecord } from "./seal.ts";

/**
 * The slot document, as in LUKS: the master key is wrapped once for each secret that may open it. It is stored beside the
 * data (`keys.json`, or a row where there is no data folder) and opens nothing without a secret.
 */
export const slotDocument = z.strictObject({
  format: z.literal(1),
  database: z.uuid(),
  page_encryption: z.boolean(),
  /** False until the database has been created. If it is true and the database is missing, the data is lost. */
  database_made: z.boolean(),
  slots: z.array(z.strictObject({
    id: z.uuid(),
    kind: z.enum(["evaluation", "key"]),
    created_at: z.iso.datetime(),
    wrapped: z.base64(),
  })).min(1),
  sentinel: z.base64(),
});
export type SlotDocument = z.infer<typeof slotDocument>;
export type Slot = SlotDocument["slots"][number];
export type SlotKind = Slot["kind"];

/** The secret opens none of the slots. */
export class WrongKey extends Error {
  override name = "WrongKey";
}

/** A new master key, wrapped for `secret` in one slot. `now` is an instant in UTC, ISO 8601. */
export function newSlotDocument(
  kind: SlotKind,
  secret: Uint8Array,
  pageEncryption: boolean,
  now: string,
): SlotDocument {
  const database = crypto.randomUUID();
  const master = randomBytes(32);
  return {
    format: 1,
    database,
    page_encryption: pageEncryption,
    database_made: false,
    slots: [wrap(database, kind, secret, master, now)],
    sentinel: makeSentinel(database, pageEncryption, master),
  };
}

/**
 * The master key (32 bytes), unwrapped by `secret` from a slot of `kind` and checked by the sentinel.
 * @throws WrongKey when no such slot opens, or the sentinel does not.
 */
export function unlock(document: SlotDocument, kind: SlotKind, secret: Uint8Array): Uint8Array {
  const master = document.slots.filter((slot) => slot.kind === kind)
    .map((slot) => unwrap(document.database, slot, secret)).find((key) => key !== undefined);
  if (!master || !sentinelOpens(document, master)) {
    throw new WrongKey("the key given does not open this database's keys");
  }
  return master;
}

function wrap(database: string, kind: SlotKind, secret: Uint8Array, master: Uint8Array, now: string): Slot {
  const slot = { id: crypto.randomUUID(), kind, created_at: now };
  const wrapped = seal(database, sealingKey(0, subkey(secret, "slot")), slotPlace(slot), toBase64(master));
  return { ...slot, wrapped: toBase64(wrapped) };
}

function unwrap(database: string, slot: Slot, secret: Uint8Array): Uint8Array | undefined {
  const master = openOrUndefined(database, subkey(secret, "slot"), slotPlace(slot), slot.wrapped);
  return typeof master === "string" ? fromBase64(master, 32) : undefined;
}

function makeSentinel(database: string, pageEncryption: boolean, master: Uint8Array): string {
  const key = sealingKey(0, subkey(master, "sentinel"));
  return toBase64(seal(database, key, sentinelPlace(pageEncryption), SENTINEL));
}

function sentinelOpens(document: SlotDocument, master: Uint8Array): boolean {
  const place = sentinelPlace(document.page_encryption);
  return openOrUndefined(document.database, subkey(master, "sentinel"), place, document.sentinel) ===
    SENTINEL;
}

function openOrUndefined(database: string, secret: Uint8Array, place: Place, sealed: string): unknown {
  try {
    return open(database, () => sealingKey(0, secret), place, fromBase64(sealed));
  } catch (error) {
    if (error instanceof UnreadableRecord || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const SENTINEL = "dovms";

function slotPlace(slot: Omit<Slot, "wrapped">): Place {
  return {
    table: "slot",
    column: "wrapped",
    id: slot.id,
    version: 1,
    readableColumns: [slot.kind, slot.created_at],
  };
}

function sentinelPlace(pageEncryption: boolean): Place {
  return {
    table: "keys",
    column: "sentinel",
    id: "1",
    version: 1,
    readableColumns: [String(pageEncryption)],
  };
}
