import type { KeyRing } from "@/db/crypto/key_ring.ts";
import { PAGE_BYTES } from "@/db/name_index/snapshot/layout.ts";
import { type Snapshot, Snapshots } from "@/db/name_index/snapshot/snapshot.ts";
import { buildSegment } from "@/db/name_index/segment/build_segment.ts";
import type { Port } from "@/db/port/port.ts";
import { Records } from "@/db/tables/records.ts";
import type { Store } from "@/db/store.ts";
import { commit, newPatient, query } from "@/tests/support/db/rows.ts";
import { contentsOf, idOf } from "./segments.ts";

/** A pause that is none. */
export const noPause = (): Promise<void> => Promise.resolve();

/** The snapshots of an open store, as its finder has them. */
export function snapshotsOf({ databaseId, keys, port }: Store): Snapshots {
  return snapshotsAt(port, databaseId, keys);
}

export function snapshotsAt(port: Port, databaseId: string, keys: KeyRing): Snapshots {
  return new Snapshots(port, databaseId, keys.page, new Records(databaseId, keys, () => {}));
}

/** A snapshot that takes so many pages: of one person, whose phone number, of one digit again and again, fills them. */
export function snapshotOf(pages: number, digit: number): Snapshot {
  const phone = String(digit).repeat(pages * PAGE_BYTES - PAGE_BYTES / 2);
  const entry = {
    id: idOf(digit),
    words: ["somebody"],
    sounds: [],
    number: "",
    phones: [phone],
    birthDay: digit,
  };
  const mark = {
    epoch: "an epoch",
    seq: digit,
    witnesses: [{ id: idOf(digit), seq: digit, nonce: "A nonce" }],
  };
  return { whole: buildSegment([entry]), mark, highest: String(digit), quarantined: [idOf(digit + 1)] };
}

/** All that a snapshot says; undefined where there is none. */
export function contentOf(snapshot: Snapshot | undefined) {
  return snapshot && { ...snapshot, whole: contentsOf(snapshot.whole) };
}

/** How many pages of each generation lie in the database, the oldest generation first. */
export async function generations(store: Store): Promise<number[]> {
  const rows = await query(
    store,
    "SELECT count(*) FROM name_index_page GROUP BY generation ORDER BY generation",
  );
  return rows.map(([count]) => count as number);
}

/** Registers people of these names; gives their ids in order. */
export async function register(store: Store, names: readonly string[]): Promise<string[]> {
  const rows = names.map((full_name) => newPatient({ full_name }));
  await commit(store, ...rows.map((row) => store.patients.insert(row)));
  return rows.map(({ id }) => id);
}
