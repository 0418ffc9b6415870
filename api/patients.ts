import { z } from "zod";
import { changePatient, patientChange } from "@/clinic/patients/change_patient.ts";
import { isBlank, searchPatients } from "@/clinic/patients/search_patients.ts";
import { listPatients } from "@/clinic/patients/list_patients.ts";
import { newPatient } from "@/clinic/patients/patient.ts";
import { registerAndFindDuplicates } from "@/clinic/patients/register_patient.ts";
import { restorePatient, voidPatient } from "@/clinic/patients/void_patient.ts";
import { suggestFileNumber } from "@/clinic/patients/suggest_file_number.ts";
import { viewPatient } from "@/clinic/patients/view_patient.ts";
import { invalid } from "@/clinic/errors.ts";
import { changed, created, list, ok, record } from "./http/answer.ts";
import { patientCursor, patientKey } from "./http/cursor.ts";
import { endpoint } from "./http/endpoint.ts";
import { patient, patientExample as example } from "./patient_schema.ts";
import { cursor, id, idParams, includeVoided, limit, message, voidedQuery } from "./http/schemas.ts";
import { voidingEndpoints } from "./voiding.ts";

const tag = "Patients";
const MAX_RESULTS = 200;
const DEFAULT_RESULTS = 50;

const { patient_id: exampleId, ...details } = example;

const acknowledged = z.object({ patient_id: id, message });

export const patientEndpoints = [
  endpoint({
    method: "GET",
    path: "/api/patients/",
    tag,
    summary: "List or search patients",
    description:
      "In order of registration. With `search` the best match first: by words of the name in any order, " +
      "whole or their beginning (parts of them from 3 letters on), by file number, or by the end of the phone number; " +
      "where little is found that way, also by names that sound the same in either spelling of Sesotho, or differ by a letter. " +
      `A search has one page: ${DEFAULT_RESULTS} by default, \`limit\` up to ${MAX_RESULTS}; X-Total-Count is the number found.`,
    action: listPatients.action,
    actionFor: ({ search }) => isSearch(search) ? searchPatients.action : listPatients.action,
    query: z.strictObject({
      search: z.string().max(500).optional().describe("name or file number; blank: no filter"),
      limit,
      cursor,
      include: includeVoided,
    }),
    answer: {
      status: 200,
      description: "The patients",
      schema: z.array(patient),
      example: [example],
      headers: ["X-Total-Count", "Link"],
    },
    problems: [],
    handle: async ({ scope, query }) => {
      if (isSearch(query.search)) {
        return await search(scope, query.search, query);
      }
      const range = { after: patientKey(query.cursor), limit: query.limit };
      return list(
        await listPatients(scope, { ...range, withVoided: query.include === "voided" }),
        patientCursor,
      );
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/patients/",
    tag,
    summary: "Register a patient",
    description: 'A likely duplicate is registered all the same: a Link header with `rel="duplicate"` ' +
      "names each patient who may be the same person (see /api/patients/duplicates/).",
    action: registerAndFindDuplicates.action,
    body: { schema: newPatient, example: { ...details, file_number: "55984" } },
    answer: {
      status: 201,
      description: "Registered",
      schema: acknowledged,
      example: { patient_id: exampleId, message: "Patient successfully registered" },
      headers: ["Location", "ETag", "Link"],
    },
    problems: ["file_number_taken"],
    handle: async ({ scope, body }) => {
      const { id, version, duplicates } = await registerAndFindDuplicates(scope, body);
      const answer = created(locationOf(id), version, {
        patient_id: id,
        message: "Patient successfully registered",
      });
      if (duplicates.length === 0) return answer;
      const Link = duplicates.map((other) => `<${locationOf(other)}>; rel="duplicate"`).join(", ");
      return { ...answer, headers: { ...answer.headers, Link } };
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/patients/search/",
    tag,
    summary: "Search patients without a name in the address",
    description:
      "The same as GET /api/patients/?search=, for callers that keep names out of addresses and logs.",
    action: searchPatients.action,
    body: {
      schema: z.strictObject({
        search: z.string().max(500),
        limit: z.int().min(1).max(MAX_RESULTS).optional(),
      }),
      example: { search: "pohano", limit: 10 },
    },
    answer: {
      status: 200,
      description: "The patients found",
      schema: z.array(patient),
      example: [example],
      headers: ["X-Total-Count"],
    },
    problems: [],
    handle: ({ scope, body }) => search(scope, body.search, body),
  }),
  endpoint({
    method: "GET",
    path: "/api/patients/next-file-number/",
    tag,
    summary: "Suggest the next free file number",
    action: suggestFileNumber.action,
    answer: {
      status: 200,
      description: "A free number; it is not reserved",
      schema: z.object({ file_number: z.string() }),
      example: { file_number: "55985" },
    },
    problems: [],
    handle: async ({ scope }) => ok({ file_number: await suggestFileNumber(scope) }),
  }),
  endpoint({
    method: "GET",
    path: "/api/patients/:id/",
    table: "patient",
    tag,
    summary: "One patient",
    action: viewPatient.action,
    params: idParams,
    query: voidedQuery,
    answer: { status: 200, description: "The patient", schema: patient, example, headers: ["ETag"] },
    problems: ["record_unreadable"],
    handle: async ({ scope, params, query }) =>
      record(await viewPatient(scope, { id: params.id, withVoided: query.include === "voided" })),
  }),
  endpoint({
    method: "PUT",
    path: "/api/patients/:id/",
    table: "patient",
    tag,
    summary: "Change a patient's details",
    description: "Send only what changes.",
    action: changePatient.action,
    params: idParams,
    body: { schema: patientChange, example: { contact_details: "+26687654321" } },
    answer: {
      status: 200,
      description: "Changed",
      schema: acknowledged,
      example: { patient_id: exampleId, message: "Patient updated successfully" },
      headers: ["ETag"],
    },
    problems: ["file_number_taken", "version_conflict", "record_unreadable"],
    handle: async ({ scope, params, body, ifVersion }) => {
      const { id, version } = await changePatient(scope, { id: params.id, change: body, ifVersion });
      return changed(version, { patient_id: id, message: "Patient updated successfully" });
    },
  }),
  ...voidingEndpoints({
    table: "patient",
    collection: "/api/patients",
    tag,
    voidVerb: voidPatient,
    restoreVerb: restorePatient,
    description: "For a patient registered by mistake: leaves lists and search, and can be restored. " +
      "Visits stay as they are (void them one by one); new ones are refused.",
    example: {
      id: exampleId,
      voidReason: "Registered twice",
      restoreReason: "Not registered twice after all",
    },
  }),
];

function locationOf(id: string): string {
  return `/api/patients/${id}/`;
}

type Scope = Parameters<typeof searchPatients>[0];

function isSearch(search: string | undefined): search is string {
  return search !== undefined && !isBlank(search);
}

/** The answer to a search. @throws ClinicError validation_failed for what only a list allows */
async function search(
  scope: Scope,
  text: string,
  options: { limit?: number | undefined; cursor?: string; include?: string },
) {
  if (options.limit !== undefined && options.limit > MAX_RESULTS) {
    throw invalid("limit", "out_of_range", `A search returns at most ${MAX_RESULTS}.`);
  }
  if (options.cursor !== undefined) throw invalid("cursor", "not_allowed", "A search has one page.");
  if (options.include !== undefined) {
    throw invalid("include", "not_allowed", "A search never includes voided patients.");
  }
  return list(
    await searchPatients(scope, { search: text, limit: options.limit ?? DEFAULT_RESULTS }),
    patientCursor,
  );
}
