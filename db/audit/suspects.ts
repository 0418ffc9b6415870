import { Buffer } from "node:buffer";
import { entryMac } from "./chain.ts";
import { type AuditFinding, identify } from "./findings.ts";
import type { StoredEntry } from "./walk.ts";

/** An entry whose mac is not what its place in the chain demands. */
export interface Suspect {
  readonly entry: StoredEntry;
  /** The mac of the entry that stands before it, and the mac that would be right after that one. */
  readonly before: Uint8Array;
  readonly expected: Uint8Array;
}

const MAX_COMPARED = 16; // comparing is cubic; beyond this they are all called edited

/**
 * What was done to the suspects of one chain. An altered entry casts suspicion on the next one too, and two that changed
 * places on four: each is tried at every other's place, because an entry that holds there was moved, and one that holds
 * at its own place after another predecessor is as it was written.
 */
export function classify(key: Uint8Array, suspects: readonly Suspect[]): AuditFinding[] {
  if (suspects.length > MAX_COMPARED) return suspects.map(edited);
  const found = suspects.flatMap((suspect) => classifyOne(key, suspect, suspects));
  return found.length > 0 ? found : suspects.slice(0, 1).map(edited);
}

function classifyOne(key: Uint8Array, suspect: Suspect, all: readonly Suspect[]): AuditFinding[] {
  const { entry } = suspect;
  const number = [entry.number, ...all.map((other) => other.entry.number)]
    .find((number) => predecessors(all).some((before) => isProved(key, before, { ...entry, number })));
  if (number === undefined) return [edited(suspect)];
  if (number === entry.number) return [];
  return [{ kind: "moved", ...identify(entry), number, standsAt: entry.number }];
}

function predecessors(all: readonly Suspect[]): Uint8Array[] {
  return all.flatMap(({ entry, before, expected }) => [before, entry.mac, expected]);
}

/** Whether an entry's mac is right after `before`. */
export function isProved(key: Uint8Array, before: Uint8Array, entry: StoredEntry): boolean {
  return Buffer.compare(entryMac(key, before, entry), entry.mac) === 0;
}

function edited({ entry }: Suspect): AuditFinding {
  return { kind: "edited", ...identify(entry) };
}
