import { and, eq, gt, sql } from "drizzle-orm";
import type { SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import { sessionPlace } from "./authenticated_columns.ts";
import type { Change } from "./change.ts";
import type { Records } from "./records.ts";
import { session } from "./schema.ts";
import { build, currentSequence, refuseIf, requireMatchingVersion, runQuery, template } from "./statement.ts";

export interface Session {
  readonly id: string;
  readonly version: number;
  readonly staffId: string;
  /** Instants, UTC. */
  readonly expiresAt: string;
  readonly endedAt: string | null;
  /** The only refresh token this session takes; null for a session of the console, which has none. */
  readonly refresh_id: string | null;
  /** Where its owner signed in, and from which address. */
  readonly channel: "api" | "console";
  readonly source: string | null;
  /** The browser or program it began with, e.g. `Firefox, Windows`; left out where it did not say. */
  readonly agent?: string;
}

/** What is sealed of a session. The channel is stored under the key `door`, its first name. */
interface SessionRecord extends Pick<Session, "refresh_id" | "source" | "agent"> {
  readonly door: Session["channel"];
}

/** The sessions of one database, as rows. Readers use the directory, which caches them. */
export class Sessions {
  readonly #since;

  constructor(db: SqliteRemoteDatabase, private readonly records: Records) {
    this.#since = db.select().from(session)
      .where(and(gt(session.seq, sql.placeholder("mark")), gt(session.expiresAt, sql.placeholder("now"))))
      .prepare();
  }

  /** Unexpired sessions changed after the change sequence number `mark`; one that cannot be opened is left out. */
  async changedSince(mark: number, now: string): Promise<Session[]> {
    const rows = await runQuery(this.#since.all({ mark, now }));
    return rows.flatMap(({ seq: _seq, record: sealed, ...row }) => {
      const record = this.records.open<SessionRecord>(sessionPlace(row), sealed);
      if (record instanceof Error) return [];
      const { door: channel, ...others } = record;
      return [{ ...row, ...others, channel }];
    });
  }

  insert(row: Session): Change {
    return this.#change(row, [insertSession(this.#values(row))]);
  }

  /** As insert(); fails with `version_conflict` when its owner has been deactivated or changed meanwhile. */
  insertFor(row: Session, ownersVersion: number): Change {
    const hasChanged = "NOT EXISTS (SELECT 1 FROM staff WHERE id = ? AND version = ? AND active)";
    const requireUnchangedOwner = refuseIf("version_conflict", hasChanged, [row.staffId, ownersVersion]);
    return this.#change(row, [requireUnchangedOwner, insertSession(this.#values(row))]);
  }

  /** Writes `row` over the version before it; fails with `version_conflict`. */
  update(row: Session): Change {
    return this.#change(row, [
      updateSession({ ...this.#values(row), before: row.version - 1 }),
      requireMatchingVersion,
    ]);
  }

  #values(row: Session) {
    return { ...row, record: this.records.seal(sessionPlace(row), recordOf(row)) };
  }

  #change(row: Session, statements: Change["statements"]): Change {
    return {
      statements,
      subject: { table: "session", id: row.id, version: row.version },
      sequence: "access",
    };
  }
}

function recordOf({ refresh_id, channel, source, agent }: Session): SessionRecord {
  return { refresh_id, door: channel, source, ...(agent === undefined ? {} : { agent }) };
}

const insertSession = template(
  build.insert(session).values({
    id: sql.placeholder("id"),
    seq: currentSequence("access"),
    version: sql.placeholder("version"),
    record: sql.placeholder("record"),
    staffId: sql.placeholder("staffId"),
    expiresAt: sql.placeholder("expiresAt"),
    endedAt: sql.placeholder("endedAt"),
  }),
);

const updateSession = template(
  build.update(session).set({
    seq: currentSequence("access"),
    version: sql`${sql.placeholder("version")}`,
    record: sql`${sql.placeholder("record")}`,
    endedAt: sql`${sql.placeholder("endedAt")}`,
  }).where(and(eq(session.id, sql.placeholder("id")), eq(session.version, sql.placeholder("before")))),
);
