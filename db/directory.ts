import type { Department, Departments } from "./tables/departments.ts";
import type { Port } from "./port/port.ts";
import { Coalescer } from "./coalescer.ts";
import type { Session, Sessions } from "./tables/sessions.ts";
import type { Staff, StaffMember } from "./tables/staff.ts";

/**
 * Departments, staff and sessions, cached in memory: they are few, needed by every request, and must be current. On a
 * local file this process alone writes, so they are; on a remote database the change sequence is read first.
 */
export class Directory {
  readonly departments = new Map<string, Department>();
  readonly staff = new Map<string, StaffMember>();
  readonly sessions = new Map<string, Session>();
  #mark = 0;
  #stale = false;
  readonly #coalescer = new Coalescer(() => this.catchUp());

  constructor(
    private readonly port: Port,
    private readonly rows: { departments: Departments; staff: Staff; sessions: Sessions },
    private readonly shared: boolean,
    private readonly now: () => Date,
  ) {}

  /** Waits until memory is current. @throws DatabaseUnavailable */
  current(): Promise<void> | undefined {
    return this.shared || this.#stale ? this.#coalescer.current() : undefined;
  }

  /**
   * Reloads what has changed since the last time. If that fails, memory is stale and the next
   * call of current() tries again. @throws DatabaseUnavailable
   */
  async catchUp(): Promise<void> {
    this.#stale = true;
    await this.#reload();
    this.#stale = false;
  }

  async #reload(): Promise<void> {
    const newest = await this.#readSequence();
    if (newest === this.#mark) return;
    if (newest < this.#mark) this.#clear(); // an older database was restored
    await this.#load(this.#mark);
    this.#mark = Math.max(this.#mark, newest);
  }

  async #readSequence(): Promise<number> {
    const rows = await this.port.read({ sql: "SELECT value FROM sequence WHERE name = 'access'", args: [] });
    return rows[0]![0] as number;
  }

  async #load(mark: number): Promise<void> {
    const now = this.now().toISOString();
    const [departments, staff, sessions] = await Promise.all([
      this.rows.departments.changedSince(mark),
      this.rows.staff.changedSince(mark),
      this.rows.sessions.changedSince(mark, now),
    ]);
    for (const row of departments) this.departments.set(row.id, row);
    for (const row of staff) this.staff.set(row.id, row);
    for (const row of sessions) this.#putSession(row);
    this.#dropExpired(now);
  }

  #putSession(session: Session): void {
    if (session.endedAt === null) this.sessions.set(session.id, session);
    else this.sessions.delete(session.id);
  }

  #dropExpired(now: string): void {
    for (const { id, expiresAt } of this.sessions.values()) if (expiresAt <= now) this.sessions.delete(id);
  }

  #clear(): void {
    this.departments.clear();
    this.staff.clear();
    this.sessions.clear();
    this.#mark = 0;
  }
}
