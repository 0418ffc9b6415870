import { Buffer } from "node:buffer";
import { ChainCheck } from "./chain_check.ts";
import { KnownHeads } from "./known_heads.ts";
import type { ChainHead } from "./entry.ts";
import { type AuditFinding, safeChainId } from "./findings.ts";
import { countAudit, type StoredEntry, walkAudit } from "./walk.ts";
import type { Port } from "@/db/port/port.ts";

/** The result of checking the whole audit. `heads` are the last entries of all chains: stored elsewhere, they show later whether one was cut short. */
export interface AuditReport {
  readonly entries: number;
  readonly findings: readonly AuditFinding[];
  readonly heads: readonly ChainHead[];
}

/**
 * Checks every entry of every chain: numbered from 1 without a gap, each MAC right, each chain as the others know it.
 * @param known heads of an earlier check, which must still be there
 * @param onEntries called with how many entries of how many are checked
 * @throws DatabaseUnavailable
 */
export async function verifyAudit(
  port: Port,
  key: Uint8Array,
  known: readonly ChainHead[],
  onEntries: (done: number, total: number) => void,
): Promise<AuditReport> {
  const total = await countAudit(port);
  const knownHeads = new KnownHeads(known);
  const chains = new Map<string, ChainCheck>();
  let entries = 0;
  for await (const page of walkAudit(port)) {
    for (const entry of page) if (checkOf(chains, key, entry).check(entry)) knownHeads.addFrom(entry);
    entries += page.length;
    onEntries(entries, Math.max(entries, total)); // entries may have been added meanwhile
  }
  const findings = [
    ...[...chains.values()].flatMap((check) => check.findings),
    ...await knownHeads.findings(port),
    ...await findUnlisted(port, [...chains.keys()]),
    ...await findEmptied(port),
  ];
  return { entries, findings: withoutDuplicates(findings), heads: [...chains.values()].map(headOf) };
}

function checkOf(chains: Map<string, ChainCheck>, key: Uint8Array, { chain }: StoredEntry): ChainCheck {
  const check = chains.get(chain) ?? new ChainCheck(key, chain);
  chains.set(chain, check);
  return check;
}

function headOf({ chain, last }: ChainCheck): ChainHead {
  return { chain: safeChainId(chain), number: last.number, mac: Buffer.from(last.mac).toString("hex") };
}

/** Chains with entries that are not in the list of chains: later starts would not record their heads. */
async function findUnlisted(port: Port, walked: readonly string[]): Promise<AuditFinding[]> {
  const rows = await port.read({ sql: "SELECT chain FROM audit_chain", args: [] });
  const listed = new Set(rows.map(([chain]) => chain));
  return walked.filter((chain) => !listed.has(chain))
    .map((chain) => ({ kind: "chain_unlisted", chain: safeChainId(chain) }));
}

/** Chains of the list without any entry: each had one when it was listed. */
async function findEmptied(port: Port): Promise<AuditFinding[]> {
  const rows = await port.read({ sql: EMPTIED, args: [] });
  return rows.map(([chain]) => ({ kind: "chain_missing", chain: safeChainId(chain), known: 1 }));
}

const EMPTIED =
  "SELECT chain FROM audit_chain WHERE NOT EXISTS (SELECT 1 FROM audit WHERE audit.chain = audit_chain.chain)";

/** The same can be found along a chain and by the heads that others know: the first finding is enough. */
function withoutDuplicates(findings: readonly AuditFinding[]): AuditFinding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const place = `${finding.kind} ${finding.chain} ${"number" in finding ? finding.number : ""}`;
    const known = seen.has(place);
    seen.add(place);
    return !known || finding.kind === "missing";
  });
}
