import { Buffer } from "node:buffer";
import type { ChainHead } from "./entry.ts";
import { type AuditFinding, identify, safeChainId, safeInstant } from "./findings.ts";
import type { StoredEntry } from "./walk.ts";
import type { Port } from "@/db/port/port.ts";

/**
 * The heads of chains that are known from elsewhere: from the first entry of another chain, from the entries of a witness,
 * and from an earlier check. A chain that was cut short or deleted contradicts them.
 */
export class KnownHeads {
  readonly #byChain = new Map<string, Map<number, string>>();

  constructor(known: readonly ChainHead[]) {
    known.forEach((head) => this.#add(head));
  }

  /** Adds the heads that a proved entry holds. */
  addFrom({ subjects }: StoredEntry): void {
    if (!subjects.startsWith('{"heads":')) return;
    const { heads } = JSON.parse(subjects) as { heads: ChainHead[] };
    heads.forEach((head) => this.#add(head));
  }

  /** Where the stored chains contradict the known heads. @throws DatabaseUnavailable */
  async findings(port: Port): Promise<AuditFinding[]> {
    const found: AuditFinding[] = [];
    for (const [chain, macs] of this.#byChain) found.push(...await findContradictions(port, chain, macs));
    return found;
  }

  #add({ chain, number, mac }: ChainHead): void {
    const macs = this.#byChain.get(chain) ?? new Map<number, string>();
    this.#byChain.set(chain, macs.set(number, mac));
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

/** The entry, if it is there but is not the one that is known. */
async function findReplaced(port: Port, chain: string, number: number, mac: string): Promise<AuditFinding[]> {
  const [row] = await port.read({ sql: ONE, args: [chain, number] });
  if (!row) return [];
  const [at, action, found] = row;
  if (found instanceof Uint8Array && Buffer.from(found).toString("hex") === mac) return [];
  return [{ kind: "edited", ...identify({ chain, number, at, action }) }];
}

const LAST = "SELECT number, at FROM audit WHERE chain = ? ORDER BY number DESC LIMIT 1";
const ONE = "SELECT at, action, mac FROM audit WHERE chain = ? AND number = ?";
