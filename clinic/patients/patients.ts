import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { type Subjects, subjectsOf } from "@/db/audit/entry.ts";
import type { OpenPatientRow, PatientRecord, PatientRow } from "@/db/tables/patients.ts";
import { requireNotInFuture } from "@/clinic/calendar.ts";
import type { ClinicScope } from "@/clinic/clinic.ts";
import { ClinicError } from "@/clinic/errors.ts";
import { likelyDuplicates } from "./duplicates.ts";
import { nextFileNumber } from "./file_numbers.ts";
import { contactDetails, day, fileNumber, fullName, gender } from "@/clinic/fields.ts";
import { list, type Listing, type Range } from "@/clinic/listing.ts";
import { type ChangeRequest, isEmptyChange, updateRow } from "@/clinic/optimistic.ts";
import { auditedQuery, command, type Task } from "@/clinic/verb.ts";
import { requirePermission } from "@/clinic/permission.ts";
import { markRestored, markVoided } from "@/clinic/voiding.ts";

export const newPatient = z.strictObject({
  full_name: fullName,
  date_of_birth: day,
  date_of_birth_estimated: z.boolean().optional().describe("kept, and returned only when true"),
  gender,
  contact_details: contactDetails,
  file_number: fileNumber,
});
export type NewPatient = z.infer<typeof newPatient>;

export const patientChange = newPatient.partial();
export type PatientChange = z.infer<typeof patientChange>;

/** A patient as everybody sees one; the sealed keys null and `error` set where the record cannot be opened. */
export type Patient =
  & { readonly patient_id: string; readonly voided?: Voided }
  & (Omit<PatientRecord, "void_reason"> | UnreadablePatient);
export interface Voided {
  /** Instant, UTC. */
  readonly at: string;
  readonly reason: string;
}
type UnreadablePatient =
  & Record<"full_name" | "date_of_birth" | "gender" | "contact_details" | "file_number", null>
  & { readonly error: "record_unreadable" };

/** The patients in order of registration. @throws ClinicError forbidden */
export const listPatients = auditedQuery(
  "patient.list",
  async ({ clinic, actor, source }, { withVoided, ...range }: Range<string> & { withVoided: boolean }) => {
    if (withVoided) await requirePermission({ clinic, actor, source }, "patient.see_voided");
    const { patients } = clinic.store;
    const read = (after = "", limit: number) => patients.page(after, limit, withVoided);
    return list(read, range, await patients.total(withVoided), ({ id }) => id, toPatient);
  },
  subjectsOfListing,
);

/** The patients that a search finds, best first. `total` is how many were found. @throws ClinicError forbidden */
export const searchPatients = auditedQuery(
  "patient.search",
  async (
    { clinic },
    { search, limit }: { search: string; limit: number },
  ): Promise<Listing<Patient, string>> => {
    const { total, rows } = await clinic.store.finder.find(search, limit);
    return { total, items: rows.map(toPatient), next: undefined };
  },
  subjectsOfListing,
);

/** Whether a search asks for anything: a blank one is no filter. */
export function isBlank(search: string): boolean {
  return search.trim() === "";
}

/** One patient and the version of the record. @throws ClinicError not_found | forbidden | record_unreadable */
export const viewPatient = auditedQuery(
  "patient.read",
  async (
    scope,
    { id, withVoided }: { id: string; withVoided: boolean },
  ): Promise<{ version: number; view: Patient }> => {
    const row = await requirePatient(scope, id, withVoided);
    return { version: row.version, view: toPatient(row) };
  },
  ({ view }) => subjectsOf("patient", [view.patient_id]),
);

const MOST_COMPARED = 20; // registering does not wait for more; asking for duplicates does

/** A patient is registered; gives the new id, and who the same person may be already. @throws ClinicError validation_failed | file_number_taken | forbidden */
export const registerPatient = command("patient.register", async ({ clinic, commit }, input: NewPatient) => {
  requireNotInFuture(clinic, "date_of_birth", input.date_of_birth);
  const duplicates = await likelyDuplicates(clinic.store.finder, input, MOST_COMPARED);
  // The id only now: ids tell the order of registration, so none is to be made long before its row is there.
  const row: OpenPatientRow = { id: uuidv7(), version: 1, voidedAt: null, record: recordOf(input) };
  await commit(clinic.store.patients.insert(row));
  return { id: row.id, version: 1, duplicates: duplicates.map(({ row }) => row.id) };
});

/** Some of a patient's details change. @throws ClinicError as registerPatient, not_found | version_conflict */
export const changePatient = command(
  "patient.change",
  (task, { id, change, ifVersion }: ChangeRequest<PatientChange>) => {
    if (change.date_of_birth) requireNotInFuture(task.clinic, "date_of_birth", change.date_of_birth);
    return replace(task, id, ifVersion, (row) => {
      if (row.voidedAt !== null) throw new ClinicError("not_found");
      if (isEmptyChange(change)) return row;
      return { ...row, record: recordOf({ ...row.record, ...change }) };
    });
  },
);

/** A patient registered by mistake leaves lists and search, and can be restored. @throws ClinicError already_voided */
export const voidPatient = command(
  "patient.void",
  (task, { id, reason, ifVersion }: { id: string; reason: string; ifVersion?: number | undefined }) =>
    replace(task, id, ifVersion, (row) => markVoided(row, task.clinic.now(), reason)),
);

/** A voided patient comes back. @throws ClinicError not_voided */
export const restorePatient = command(
  "patient.restore",
  (task, { id, ifVersion }: { id: string; ifVersion?: number | undefined }) =>
    replace(task, id, ifVersion, markRestored),
);

/** The next free file number, e.g. "55985". */
export const suggestFileNumber = auditedQuery(
  "patient.suggest_file_number",
  ({ clinic }, _: void) => nextFileNumber(clinic.store),
  () => ({ rows: [] }),
);

/** The row of a patient who can be seen. @throws ClinicError not_found | forbidden | record_unreadable */
export async function requirePatient(
  scope: ClinicScope,
  id: string,
  withVoided: boolean,
): Promise<PatientRow> {
  if (withVoided) await requirePermission(scope, "patient.see_voided");
  const row = await scope.clinic.store.patients.byId(id);
  if (!row || (row.voidedAt !== null && !withVoided)) throw new ClinicError("not_found");
  if (row.record instanceof Error) throw new ClinicError("record_unreadable");
  return row;
}

/** Writes what `revise` makes of the row. @throws ClinicError not_found | version_conflict | record_unreadable */
function replace(
  { clinic, commit }: Task,
  id: string,
  ifVersion: number | undefined,
  revise: (row: OpenPatientRow) => OpenPatientRow,
) {
  const { patients } = clinic.store;
  return updateRow(() => patients.byId(id), ifVersion, async ({ record, ...row }) => {
    if (record instanceof Error) throw new ClinicError("record_unreadable");
    const opened = { ...row, record };
    const changed = revise(opened);
    if (changed === opened) return { id, version: row.version };
    const revised = { ...changed, version: row.version + 1 };
    await commit(patients.update(revised, record));
    return { id, version: revised.version };
  });
}

function recordOf(
  { date_of_birth_estimated: estimated, ...input }: NewPatient | PatientRecord,
): PatientRecord {
  return { ...input, ...(estimated ? { date_of_birth_estimated: true as const } : {}) };
}

export function toPatient({ id, voidedAt, record }: PatientRow): Patient {
  if (record instanceof Error) return { patient_id: id, ...UNREADABLE };
  const { void_reason: reason = "", ...details } = record;
  const { full_name, date_of_birth, date_of_birth_estimated, gender, contact_details, file_number } = details;
  return {
    patient_id: id,
    full_name,
    date_of_birth,
    ...(date_of_birth_estimated ? { date_of_birth_estimated } : {}),
    gender,
    contact_details,
    file_number,
    ...(voidedAt === null ? {} : { voided: { at: voidedAt, reason } }),
  };
}

const UNREADABLE: UnreadablePatient = {
  full_name: null,
  date_of_birth: null,
  gender: null,
  contact_details: null,
  file_number: null,
  error: "record_unreadable",
};

function subjectsOfListing({ items, total }: Listing<Patient, string>): Subjects {
  if (!Array.isArray(items)) return { bulk: total, of: "patient" };
  return subjectsOf("patient", items.map(({ patient_id }) => patient_id));
}
