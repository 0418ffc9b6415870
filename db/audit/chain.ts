import { Buffer } from "node:buffer";
import type { AuditEntry, ChainHead } from "./entry.ts";
import { hmac } from "@/db/crypto/digest.ts";
import type { Port, Statement } from "@/db/port/port.ts";

/**
 * The audit chain of one writing process: entries numbered from 1, each with a MAC over itself and the MAC before it. Each
 * process has its own, because with a shared one four processes on a server aborted each other's commits (1,470 writes/s
 * against 3,300). What belongs in audit/ is how entries are chained, checked and read; what they record is up to clinic/.
 */
export class AuditChain {
  #chain = crypto.randomUUID();
  #head: Head = { number: 0, mac: INITIAL_MAC };

  constructor(private readonly key: Uint8Array) {}

  get id(): string {
    return this.#chain;
  }

  get head(): Head {
    return this.#head;
  }

  /** Removes every entry after `head`, when they were not committed. */
  rollBackTo(head: Head): void {
    this.#head = head;
  }

  /** Begins a new chain, when it is not known which entries of the last one were committed. */
  startNewChain(): void {
    this.#chain = crypto.randomUUID();
    this.#head = { number: 0, mac: INITIAL_MAC };
  }

  /** The statements that put `entry` at the end of the chain. */
  append(entry: AuditEntry): Statement[] {
    const number = this.#head.number + 1;
    const row = { chain: this.id, number, ...entry, subjects: JSON.stringify(entry.subjects) };
    const mac = entryMac(this.key, this.#head.mac, row);
    this.#head = { number, mac };
    const insert = insertEntry(row, mac);
    return number === 1 ? [startChain(this.id, entry.at), insert] : [insert];
  }
}

export interface Head {
  readonly number: number;
  readonly mac: Uint8Array;
}

/** An entry as it is stored. */
export interface AuditRow extends Omit<AuditEntry, "subjects"> {
  readonly chain: string;
  readonly number: number;
  readonly subjects: string;
}

/** The MAC of an entry after the entry with the MAC `before`, 32 bytes. */
export function entryMac(key: Uint8Array, before: Uint8Array, row: AuditRow): Uint8Array {
  const { chain, number, at, actor, session, action, outcome, source, subjects } = row;
  const fields = JSON.stringify([chain, number, at, actor, session, action, outcome, source, subjects]);
  return hmac(key, Buffer.from(before).toString("base64") + fields);
}

/** Stands for the MAC before the first entry of a chain. */
export const INITIAL_MAC = new Uint8Array(32);

/**
 * The last entries of the 50 chains begun last. Every start begins one, so with the heads of all the audit would grow
 * with the square of the starts; the head of an older chain is in the chains that followed it. @throws DatabaseUnavailable
 */
export async function chainHeads(port: Port): Promise<ChainHead[]> {
  const rows = await port.read({ sql: CHAIN_HEADS, args: [] });
  return rows.map(([chain, number, mac]) => ({
    chain: chain as string,
    number: number as number,
    mac: Buffer.from(mac as Uint8Array).toString("hex"),
  }));
}

const CHAIN_HEADS = `SELECT audit.chain, audit.number, audit.mac FROM audit_chain CROSS JOIN audit
  ON audit.chain = audit_chain.chain
  AND audit.number = (SELECT max(number) FROM audit AS last WHERE last.chain = audit_chain.chain)
  ORDER BY audit_chain.started_at DESC, audit_chain.chain LIMIT 50`;

// Without drizzle: an entry is written for each request, and filling in placeholders took a quarter of its cost.
const INSERT_ENTRY =
  `INSERT INTO audit (chain, number, at, actor, session, action, outcome, source, subjects, mac)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function insertEntry(
  { chain, number, at, actor, session, action, outcome, source, subjects }: AuditRow,
  mac: Uint8Array,
) {
  return {
    sql: INSERT_ENTRY,
    args: [chain, number, at, actor, session, action, outcome, source, subjects, mac],
  };
}

function startChain(chain: string, at: string): Statement {
  return { sql: "INSERT INTO audit_chain (chain, started_at) VALUES (?, ?)", args: [chain, at] };
}
