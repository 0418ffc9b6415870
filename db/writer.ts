import type { AuditChain } from "./audit/chain.ts";
import type { AuditEntry } from "./audit/entry.ts";
import { nextTurn } from "./event_loop.ts";
import { retryAfterCutConnection } from "./retry_after_cut_connection.ts";
import { DatabaseUnavailable, type Port, type Statement, StatementFailed } from "./port/port.ts";

/**
 * What is committed or refused as a whole: statements, their conditions among them, and the audit entry about them.
 */
export interface Unit {
  readonly statements: readonly Statement[];
  readonly audit: AuditEntry;
  /** False for the audit of a read: its commit may skip the disk sync and is synced within a second. */
  readonly durable: boolean;
}

interface Waiting {
  readonly unit: Unit;
  resolve(): void;
  reject(error: unknown): void;
}

const MAX_UNITS = 256; // in one commit: keeps the event loop free while many wait
const SYNC_WITHIN_MS = 1_000;

/**
 * The one writer of a process. Units that wait together are committed together, and each is answered only after the
 * commit: 64 writers get 3,600–4,600 durable units a second.
 */
export class Writer {
  #waiting: Waiting[] = [];
  #running = false;
  #closing = false;
  #syncTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly port: Port, private readonly chain: AuditChain) {}

  /**
   * Resolves once `unit` is committed.
   * @throws StatementFailed when the unit was refused; nothing of it was written @throws DatabaseUnavailable
   */
  write(unit: Unit): Promise<void> {
    if (this.#closing) return Promise.reject(new DatabaseUnavailable("busy"));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ unit, resolve, reject });
      if (!this.#running) this.#run();
    });
  }

  /** Takes no further unit, waits until nothing is left to write, and syncs. */
  async drain(): Promise<void> {
    this.#closing = true;
    while (this.#running || this.#waiting.length > 0) await nextTurn();
    if (this.#syncTimer !== undefined) await this.#sync();
  }

  async #run(): Promise<void> {
    this.#running = true;
    await nextTurn(); // so that requests of the same moment share a commit
    while (this.#waiting.length > 0) await this.#commit(this.#waiting.splice(0, MAX_UNITS));
    this.#running = false;
  }

  /** Commits the batch; a unit that fails is dropped and the rest is sent again. */
  async #commit(batch: Waiting[]): Promise<void> {
    while (batch.length > 0) {
      const before = this.chain.head;
      const { statements, ends } = this.#assemble(batch);
      const durable = batch.some(({ unit }) => unit.durable);
      try {
        await retryAfterCutConnection(
          () => this.port.write(statements, durable),
          () => this.#wasCommitted(),
        );
        if (!durable) this.#syncSoon();
        return batch.forEach(({ resolve }) => resolve());
      } catch (error) {
        this.chain.rollBackTo(before);
        if (!(error instanceof StatementFailed)) {
          this.chain.startNewChain(); // the batch may still be committed, and then these numbers are taken
          return batch.forEach(({ reject }) => reject(error));
        }
        const failed = ends.findIndex((end) => error.index < end);
        batch.splice(failed, 1)[0]!.reject(error);
      }
    }
  }

  /** The statements of all units, and where in them each unit ends. */
  #assemble(batch: readonly Waiting[]): { statements: Statement[]; ends: number[] } {
    const statements: Statement[] = [];
    const ends = batch.map(({ unit }) => {
      statements.push(...unit.statements, ...this.chain.append(unit.audit));
      return statements.length;
    });
    return { statements, ends };
  }

  /** Its last audit entry tells whether a batch was committed. */
  async #wasCommitted(): Promise<boolean> {
    const { number } = this.chain.head;
    const args = [this.chain.id, number];
    const rows = await this.port.read({ sql: "SELECT 1 FROM audit WHERE chain = ? AND number = ?", args });
    return rows.length > 0;
  }

  #syncSoon(): void {
    this.#syncTimer ??= setTimeout(() => this.#sync().catch(() => this.#syncSoon()), SYNC_WITHIN_MS);
  }

  /** Any durable commit syncs what the commits before it left out. */
  async #sync(): Promise<void> {
    clearTimeout(this.#syncTimer);
    this.#syncTimer = undefined;
    await this.port.write(
      [{ sql: "UPDATE sequence SET value = value WHERE name = 'access'", args: [] }],
      true,
    );
  }
}
