import { and, asc, desc, eq, gt, or, sql } from "drizzle-orm";
import type { SqliteRemoteDatabase } from "drizzle-orm/sqlite-proxy";
import { patientPlace } from "./authenticated_columns.ts";
import type { Change } from "./change.ts";
import { tag } from "@/db/crypto/digest.ts";
import type { KeyRing } from "@/db/crypto/key_ring.ts";
import { foldFileNumber } from "@/db/crypto/fold_identifiers.ts";
import type { Statement } from "@/db/port/port.ts";
import type { Opened, Records } from "./records.ts";
import { patient, patientFileTag, patientTotal } from "./schema.ts";
import { build, currentSequence, requireMatchingVersion, runQuery, template } from "./statement.ts";

/** What is sealed of a patient. */
export interface PatientRecord {
  readonly full_name: string;
  /** YYYY-MM-DD */
  readonly date_of_birth: string;
  readonly date_of_birth_estimated?: true;
  readonly gender: "M" | "F" | "O" | "U";
  readonly contact_details: string;
  readonly file_number: string;
  readonly void_reason?: string;
  readonly restore_reason?: string;
}

export interface PatientRow {
  readonly id: string;
  readonly version: number;
  /** Instant, UTC; null when not voided. */
  readonly voidedAt: string | null;
  readonly record: Opened<PatientRecord>;
}

/** A patient row whose record is open. */
export interface OpenPatientRow extends PatientRow {
  readonly record: PatientRecord;
}

/** The patients of one database. */
export class Patients {
  readonly #byId;
  readonly #byIds;
  readonly #page;
  readonly #lastChanged;
  readonly #totals;
  readonly #byFileNumber;

  constructor(db: SqliteRemoteDatabase, private readonly records: Records, private readonly keys: KeyRing) {
    const columns = {
      id: patient.id,
      version: patient.version,
      voidedAt: patient.voidedAt,
      record: patient.record,
    };
    this.#byId = db.select(columns).from(patient).where(eq(patient.id, sql.placeholder("id"))).prepare();
    this.#byIds = db.select(columns).from(patient)
      .where(sql`${patient.id} IN (SELECT value FROM json_each(${sql.placeholder("ids")}))`).prepare();
    this.#page = db.select(columns).from(patient)
      .where(and(gt(patient.id, sql.placeholder("after")), or(eq(sql.placeholder("voided"), 1), NOT_VOIDED)))
      .orderBy(asc(patient.id)).limit(sql.placeholder("limit")).prepare();
    this.#lastChanged = db.select(columns).from(patient).orderBy(desc(patient.seq)).limit(
      sql.placeholder("limit"),
    )
      .prepare();
    this.#totals = db.select().from(patientTotal).prepare();
    this.#byFileNumber = db.select({ id: patientFileTag.patientId }).from(patientFileTag)
      .where(
        and(
          eq(patientFileTag.epoch, sql.placeholder("epoch")),
          eq(patientFileTag.tag, sql.placeholder("tag")),
        ),
      )
      .prepare();
  }

  /** The patient, voided or not; undefined when there is none. */
  async byId(id: string): Promise<PatientRow | undefined> {
    const row = await runQuery(this.#byId.get({ id }));
    return row && this.open(row);
  }

  /** The patients with these ids, voided or not, in the order of the ids; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<PatientRow[]> {
    if (ids.length === 0) return [];
    const rows = await runQuery(this.#byIds.all({ ids: JSON.stringify(ids) }));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row ? [this.open(row)] : [];
    });
  }

  /** Up to `limit` patients registered after the patient `after` ("" from the start), in order of registration. */
  async page(after: string, limit: number, withVoided: boolean): Promise<PatientRow[]> {
    const rows = await runQuery(this.#page.all({ after, limit, voided: withVoided ? 1 : 0 }));
    return rows.map((row) => this.open(row));
  }

  /** The `limit` patients that were changed last, voided ones too; the last one first. */
  async lastChanged(limit: number): Promise<PatientRow[]> {
    const rows = await runQuery(this.#lastChanged.all({ limit }));
    return rows.map((row) => this.open(row));
  }

  /** How many patients there are. */
  async total(withVoided: boolean): Promise<number> {
    const totals = await runQuery(this.#totals.get());
    return totals!.activeCount + (withVoided ? totals!.voided : 0);
  }

  /** Whether a patient, voided or not, has this file number, without regard to case. */
  async isFileNumberTaken(fileNumber: string): Promise<boolean> {
    const { epoch, secret } = this.keys.currentTagKey;
    const found = await runQuery(this.#byFileNumber.get({ epoch, tag: fileNumberTag(secret, fileNumber) }));
    return found !== undefined;
  }

  /** A stored row with its record opened. */
  open(row: Omit<PatientRow, "record"> & { record: Uint8Array }): PatientRow {
    const { id, version, voidedAt } = row;
    return { id, version, voidedAt, record: this.records.open<PatientRecord>(patientPlace(row), row.record) };
  }

  /** Fails with the reason `patient_file_tag.epoch` when the file number is taken. */
  insert(row: OpenPatientRow): Change {
    const values = { ...row, record: this.records.seal(patientPlace(row), row.record) };
    return this.#change(row, [insertPatient(values), ...this.#tags(insertTag, row)]);
  }

  /** Writes `row` over the version before it; fails with `version_conflict` when that is not the one in the database. */
  update(row: OpenPatientRow, { record: before }: OpenPatientRow): Change {
    const values = {
      ...row,
      before: row.version - 1,
      record: this.records.seal(patientPlace(row), row.record),
    };
    const sameNumber = foldFileNumber(row.record.file_number) === foldFileNumber(before.file_number);
    const tags = sameNumber ? [] : this.#tags(updateTag, row);
    return this.#change(row, [updatePatient(values), requireMatchingVersion, ...tags]);
  }

  #change(row: OpenPatientRow, statements: Statement[]): Change {
    const digest = this.records.changeDigest(patientPlace(row), row.record);
    const subject = { table: "patient", id: row.id, version: row.version, digest };
    return { statements, subject, sequence: "records" };
  }

  /** One tag for each epoch: while tag keys rotate there are two. */
  #tags(statement: typeof insertTag, { id, record }: OpenPatientRow): Statement[] {
    return this.keys.tags.map(({ epoch, secret }) =>
      statement({ epoch, tag: fileNumberTag(secret, record.file_number), patientId: id })
    );
  }
}

function fileNumberTag(secret: Uint8Array, fileNumber: string): Uint8Array {
  return tag(secret, "file-number", foldFileNumber(fileNumber));
}

const NOT_VOIDED = sql`${patient.voidedAt} IS NULL`;
const insertPatient = template(
  build.insert(patient).values({
    id: sql.placeholder("id"),
    seq: currentSequence("records"),
    version: sql.placeholder("version"),
    record: sql.placeholder("record"),
    voidedAt: sql.placeholder("voidedAt"),
  }),
);

const updatePatient = template(
  build.update(patient).set({
    seq: currentSequence("records"),
    version: sql`${sql.placeholder("version")}`,
    record: sql`${sql.placeholder("record")}`,
    voidedAt: sql`${sql.placeholder("voidedAt")}`,
  }).where(and(eq(patient.id, sql.placeholder("id")), eq(patient.version, sql.placeholder("before")))),
);

const insertTag = template(
  build.insert(patientFileTag).values({
    epoch: sql.placeholder("epoch"),
    tag: sql.placeholder("tag"),
    patientId: sql.placeholder("patientId"),
  }),
);

const updateTag = template(
  build.update(patientFileTag).set({ tag: sql`${sql.placeholder("tag")}` })
    .where(and(
      eq(patientFileTag.epoch, sql.placeholder("epoch")),
      eq(patientFileTag.patientId, sql.placeholder("patientId")),
    )),
);
