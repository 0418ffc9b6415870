import { Buffer } from "node:buffer";
import type { ChainHead } from "./entry.ts";
import { type AuditFinding, identify, safeChainId, safeInstant } from "./findings.ts";
import type { StoredEntry } from "./walk.ts";
import type { Port } from "@/db/port/port.ts";

/**
 * What is known of chains from elsewhere: the entry that starts a chain carries the heads of the others, so do the
 * entries of a witness, and an earlier check may have been kept. A chain that is cut short or gone contradicts them.
 */
export class KnownHeads {
  readonly #macs = new Map<string, Map<number, string>>();

  constructor(known: readonly ChainHead[]) {
    known.forEach((head) => this.#add(head));
  }

  /** Takes what a proved entry says of other chains. */
  addFrom({ subjects }: StoredEntry): void {
    if (!subjects.startsWith('{"heads":')) return;
    const { heads } = JSON.parse(subjects) as { heads: ChainHead[] };
    heads.forEach((head) => this.#add(head));
  }

  /** What contradicts the claims. @throws DatabaseUnavailable */
  async findings(port: Port): Promise<AuditFinding[]> {
    const found: AuditFinding[] = [];
    for (const [chain, macs] of this.#macs) found.push(...await findContradictions(port, chain, macs));
    return found;
  }

  #add({ chain, number, mac }: ChainHead): void {
    const macs = this.#macs.get(chain) ?? new Map<number, string>();
    this.#macs.set(chain, macs.set(number, mac));
  }
}

async function findContradictions(
  port: Port,
  chain: string,
  macs: ReadonlyMap<number, string>,
): Promise<AuditFinding[]> {
  const known = Math.max(...macs.keys());
  const [last] = await port.read({ sql: LAST, args: [chain] });
  if (!last) return [{ kind: "chain_missing", chain: safeChainId(chain), known }];
  const [number, at] = last as [number, string];
  const found: AuditFinding[] = [];
  if (number < known) {
    found.push({
      kind: "missing",
      chain: safeChainId(chain),
      from: number + 1,
      to: known,
      after: safeInstant(at),
      before: null,
    });
  }
  for (const [number, mac] of macs) found.push(...await findReplaced(port, chain, number, mac));
  return found;
}

/** The entry, where it is there but not the one that was claimed. */
async function findReplaced(port: Port, chain: string, number: number, mac: string): Promise<AuditFinding[]> {
  const [row] = await port.read({ sql: ONE, args: [chain, number] });
  if (!row) return [];
  const [at, action, found] = row;
  if (found instanceof Uint8Array && Buffer.from(found).toString("hex") === mac) return [];
  return [{ kind: "edited", ...identify({ chain, number, at, action }) }];
}

const LAST = "SELECT number, at FROM audit WHERE chain = ? ORDER BY number DESC LIMIT 1";
const ONE = "SELECT at, action, mac FROM audit WHERE chain = ? AND number = ?";
