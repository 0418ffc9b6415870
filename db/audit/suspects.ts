import { Buffer } from "node:buffer";
import { entryMac } from "./chain.ts";
import { type AuditFinding, identify } from "./findings.ts";
import type { StoredEntry } from "./walk.ts";

/** An entry whose MAC is wrong for its place in the chain. */
export interface Suspect {
  readonly entry: StoredEntry;
  /** The MAC of the entry before it, and the MAC that would be right after that one. */
  readonly before: Uint8Array;
  readonly expected: Uint8Array;
}

const MAX_COMPARED = 16; // comparing is cubic; beyond this all count as edited

/**
 * Whether the suspects of one chain were edited or moved. An edited entry makes the next one suspect too, and two that
 * changed places make four: so each is tried at the places of all. One that is right at another place was moved; one that
 * is right at its own place after another predecessor is as it was written.
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

/** Whether an entry's MAC is right after the MAC `before`. */
export function isProved(key: Uint8Array, before: Uint8Array, entry: StoredEntry): boolean {
  return Buffer.compare(entryMac(key, before, entry), entry.mac) === 0;
}

function edited({ entry }: Suspect): AuditFinding {
  return { kind: "edited", ...identify(entry) };
}
