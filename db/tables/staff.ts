import { Buffer } from "node:buffer";
import { and, eq, gt, sql } from "drizzle-orm";
import type { SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import { staffPlace } from "./authenticated_columns.ts";
import type { Change } from "./change.ts";
import { tag } from "@/db/crypto/digest.ts";
import type { KeyRing } from "@/db/crypto/key_ring.ts";
import { foldUsername } from "@/db/crypto/fold_identifiers.ts";
import type { Records } from "./records.ts";
import { isRole, type Role } from "./roles.ts";
import { staff } from "./schema.ts";
import { build, currentSequence, refuseIf, requireMatchingVersion, runQuery, template } from "./statement.ts";

/** What is sealed of a member of staff. */
export interface StaffRecord {
  readonly full_name: string;
  readonly username: string;
  /** Argon2id, PHC string format. */
  readonly password_hash: string;
  /** When an initial password expires (instant, UTC); null once its owner has chosen one. */
  readonly password_ends_at: string | null;
  readonly role: Role;
  readonly department_id: string | null;
  readonly active: boolean;
  /** The language their pages are in, once they have chosen one. */
  readonly language?: "en" | "st";
}

export interface StaffMember extends StaffRecord {
  readonly id: string;
  readonly version: number;
}

/** The staff of one database, as rows. Readers use the directory, which caches them. */
export class Staff {
  readonly #since;

  constructor(db: SqliteRemoteDatabase, private readonly records: Records, private readonly keys: KeyRing) {
    this.#since = db.select().from(staff).where(gt(staff.seq, sql.placeholder("mark"))).prepare();
  }

  /**
   * Staff changed after the change sequence number `mark`. A record that does not open, or whose role is unknown here,
   * is left out: its owner cannot sign in.
   */
  async changedSince(mark: number): Promise<StaffMember[]> {
    const rows = await runQuery(this.#since.all({ mark }));
    return rows.flatMap((row) => {
      const record = this.records.open<StaffRecord>(staffPlace(row), row.record);
      return record instanceof Error || !isRole(record.role)
        ? []
        : [{ ...record, id: row.id, version: row.version }];
    });
  }

  /** Fails with the reason `staff.username_tag` when the username is taken. */
  insert(row: StaffMember): Change {
    return this.#change(row, [insertStaff(this.#values(row))]);
  }

  /** As insert(), but fails with `already_set_up` when there is an active administrator. */
  insertFirstAdministrator(row: StaffMember): Change {
    const requireNotSetUp = refuseIf(
      "already_set_up",
      "EXISTS (SELECT 1 FROM staff WHERE role = 'admin' AND active)",
    );
    return this.#change(row, [requireNotSetUp, insertStaff(this.#values(row))]);
  }

  /**
   * Writes `row` over the version before it; fails with `version_conflict`, or with `last_administrator` when no
   * active administrator would be left.
   */
  update(row: StaffMember): Change {
    const values = { ...this.#values(row), before: row.version - 1 };
    return this.#change(row, [updateStaff(values), requireMatchingVersion, requireActiveAdministrator]);
  }

  #values(row: StaffMember) {
    const { id, version, role, active } = row;
    const usernameTag = this.#usernameTag(row);
    const record = this.records.seal(staffPlace({ ...row, usernameTag }), recordOf(row));
    return { id, version, record, usernameTag, role, active };
  }

  #change(row: StaffMember, statements: Change["statements"]): Change {
    const place = staffPlace({ ...row, usernameTag: this.#usernameTag(row) });
    const digest = this.records.changeDigest(place, recordOf(row));
    return {
      statements,
      subject: { table: "staff", id: row.id, version: row.version, digest },
      sequence: "access",
    };
  }

  #usernameTag({ username }: StaffMember): Buffer {
    return Buffer.from(tag(this.keys.currentTagKey.secret, "username", foldUsername(username)));
  }
}

function recordOf({ id: _id, version: _version, ...record }: StaffMember): StaffRecord {
  return record;
}

const requireActiveAdministrator = refuseIf(
  "last_administrator",
  "NOT EXISTS (SELECT 1 FROM staff WHERE role = 'admin' AND active)",
);

const insertStaff = template(
  build.insert(staff).values({
    id: sql.placeholder("id"),
    seq: currentSequence("access"),
    version: sql.placeholder("version"),
    record: sql.placeholder("record"),
    usernameTag: sql.placeholder("usernameTag"),
    role: sql.placeholder("role"),
    active: sql.placeholder("active"),
  }),
);

const updateStaff = template(
  build.update(staff).set({
    seq: currentSequence("access"),
    version: sql`${sql.placeholder("version")}`,
    record: sql`${sql.placeholder("record")}`,
    usernameTag: sql`${sql.placeholder("usernameTag")}`,
    role: sql`${sql.placeholder("role")}`,
    active: sql`${sql.param(sql.placeholder("active"), staff.active)}`,
  }).where(and(eq(staff.id, sql.placeholder("id")), eq(staff.version, sql.placeholder("before")))),
);
