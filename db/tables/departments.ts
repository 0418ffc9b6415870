import { Buffer } from "node:buffer";
import { and, eq, gt, sql } from "drizzle-orm";
import type { SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import { departmentPlace } from "./authenticated_columns.ts";
import type { Change } from "./change.ts";
import { tag } from "@/db/crypto/digest.ts";
import type { KeyRing } from "@/db/crypto/key_ring.ts";
import { foldDepartmentName } from "@/db/crypto/fold_identifiers.ts";
import type { Records } from "./records.ts";
import { department } from "./schema.ts";
import { build, currentSequence, requireMatchingVersion, runQuery, template } from "./statement.ts";

export interface DepartmentRecord {
  readonly name: string;
  readonly active: boolean;
}

export interface Department extends DepartmentRecord {
  readonly id: string;
  readonly version: number;
}

/** The departments of one database, as rows. Readers use the directory, which caches them. */
export class Departments {
  readonly #since;

  constructor(db: SqliteRemoteDatabase, private readonly records: Records, private readonly keys: KeyRing) {
    this.#since = db.select().from(department).where(gt(department.seq, sql.placeholder("mark"))).prepare();
  }

  /** Departments changed after the change sequence number `mark`; one that cannot be opened is left out. */
  async changedSince(mark: number): Promise<Department[]> {
    const rows = await runQuery(this.#since.all({ mark }));
    return rows.flatMap((row) => {
      const record = this.records.open<DepartmentRecord>(departmentPlace(row), row.record);
      return record instanceof Error ? [] : [{ ...record, id: row.id, version: row.version }];
    });
  }

  /** Fails with the reason `department.name_tag` when the name is taken. */
  insert(row: Department): Change {
    return this.#change(row, [insertDepartment(this.#values(row))]);
  }

  /** Writes `row` over the version before it; fails with `version_conflict` or `department.name_tag`. */
  update(row: Department): Change {
    const values = { ...this.#values(row), before: row.version - 1 };
    return this.#change(row, [updateDepartment(values), requireMatchingVersion]);
  }

  #values(row: Department) {
    const { id, version, name, active } = row;
    const nameTag = this.#nameTag(name);
    const record = this.records.seal(departmentPlace({ id, version, active, nameTag }), { name, active });
    return { id, version, record, nameTag, active };
  }

  #change(row: Department, statements: Change["statements"]): Change {
    const { id, version, name, active } = row;
    const place = departmentPlace({ id, version, active, nameTag: this.#nameTag(name) });
    const digest = this.records.changeDigest(place, { name, active });
    return { statements, subject: { table: "department", id, version, digest }, sequence: "access" };
  }

  #nameTag(name: string): Buffer {
    return Buffer.from(tag(this.keys.currentTagKey.secret, "department-name", foldDepartmentName(name)));
  }
}

const insertDepartment = template(
  build.insert(department).values({
    id: sql.placeholder("id"),
    seq: currentSequence("access"),
    version: sql.placeholder("version"),
    record: sql.placeholder("record"),
    nameTag: sql.placeholder("nameTag"),
    active: sql.placeholder("active"),
  }),
);

const updateDepartment = template(
  build.update(department).set({
    seq: currentSequence("access"),
    version: sql`${sql.placeholder("version")}`,
    record: sql`${sql.placeholder("record")}`,
    nameTag: sql`${sql.placeholder("nameTag")}`,
    active: sql`${sql.param(sql.placeholder("active"), department.active)}`,
  }).where(and(eq(department.id, sql.placeholder("id")), eq(department.version, sql.placeholder("before")))),
);
