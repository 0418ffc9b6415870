import { sealingKey } from "@/db/crypto/key_ring.ts";
import type { Place } from "@/db/crypto/associated_data.ts";
import type { SealingKey } from "@/db/crypto/seal.ts";

/** A key and a place to seal at, for tests to which it does not matter which. */
export const DATABASE = "0d8a2f5e-6c35-4f0e-9d19-6f3f0c4f0a11";
export const KEY: SealingKey = sealingKey(1, new Uint8Array(32).fill(9));
export const PLACE: Place = {
  table: "visit",
  column: "record",
  id: "019b0000-0000-7000-8000-000000000001",
  version: 3,
  readableColumns: ["2026-03-02", "08:15", null],
};

/** Finds KEY by its id, and no other. */
export function keyOf(id: number): SealingKey | undefined {
  return id === KEY.id ? KEY : undefined;
}
