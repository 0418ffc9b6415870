import { z } from "zod";
import { day } from "@/clinic/fields.ts";
import { changeVisit, visitChange } from "@/clinic/visits/change_visit.ts";
import { listVisits, listVisitsOfPatient } from "@/clinic/visits/list_visits.ts";
import { logVisit } from "@/clinic/visits/log_visit.ts";
import { newVisit } from "@/clinic/visits/visit.ts";
import { restoreVisit, voidVisit } from "@/clinic/visits/void_visit.ts";
import { viewVisit } from "@/clinic/visits/view_visit.ts";
import { changed, created, list, record } from "./http/answer.ts";
import { visitCursor, visitKey } from "./http/cursor.ts";
import { endpoint } from "./http/endpoint.ts";
import {
  cursor,
  id,
  idParams,
  includeVoided,
  limit,
  message,
  unreadable,
  voidedQuery,
} from "./http/schemas.ts";
import { voidingEndpoints } from "./voiding.ts";

const tag = "Visits";

const keys = {
  visit_id: id,
  department: z.string().nullable(),
  doctor: z.string().nullable(),
  visit_date: z.iso.date(),
  visit_time: z.string(),
  notes: z.string().nullable().describe("null where your role may not read notes"),
};
const optionalKeys = {
  voided: z.object({ at: z.iso.datetime(), reason: z.string().nullable() }).optional(),
  error: unreadable,
};
const visitOfPatient = z.object({ ...keys, ...optionalKeys }).meta({ id: "VisitWithPatient" });
const visit = z.object({ ...keys, patient_id: id, ...optionalKeys }).meta({ id: "Visit" });
const visitInFull = z.object({
  ...keys,
  patient_id: id,
  department_id: id,
  doctor_id: id,
  ...optionalKeys,
})
  .meta({ id: "FullVisit" });

const ids = {
  patient_id: "019b5a3e-5b7c-7c7a-9d5e-2f4b1c8a6d10",
  department_id: "019b5a3e-0a11-7b1f-8c3d-6e5f4a3b2c1d",
  doctor_id: "019b5a3e-1f22-7a2b-9e4d-7c6b5a493827",
};
const visitId = "019b5a40-77aa-7d3c-8b2e-1a2b3c4d5e6f";
const listed = {
  visit_id: visitId,
  department: "General Outpatient",
  doctor: "Dr. Thabo",
  visit_date: "2025-12-23",
  visit_time: "09:30",
  notes: "Routine check-up",
};

const acknowledged = z.object({ visit_id: id, message });

export const visitEndpoints = [
  endpoint({
    method: "POST",
    path: "/api/visits/",
    tag,
    summary: "Log a visit",
    action: logVisit.action,
    body: {
      schema: newVisit,
      example: { ...ids, visit_date: "2025-12-23", visit_time: "09:30", notes: "Routine check-up" },
    },
    answer: {
      status: 201,
      description: "Recorded",
      schema: acknowledged,
      example: { visit_id: visitId, message: "Visit recorded successfully" },
      headers: ["Location", "ETag"],
    },
    problems: [],
    handle: async ({ scope, body }) => {
      const { id, version } = await logVisit(scope, body);
      const answer = { visit_id: id, message: "Visit recorded successfully" };
      return created(`/api/visits/${id}/`, version, answer);
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/visits/",
    tag,
    summary: "Visits by date and department",
    description: "Newest first. Both dates are inclusive; either may be left out.",
    action: listVisits.action,
    query: z.strictObject({
      start_date: day.optional(),
      end_date: day.optional(),
      department: z.string().max(100).optional().describe("a department's id"),
      limit,
      cursor,
      include: includeVoided,
    }),
    answer: {
      status: 200,
      description: "The visits",
      schema: z.array(visit),
      example: [{ ...listed, patient_id: ids.patient_id }],
      headers: ["X-Total-Count", "Link"],
    },
    problems: [],
    handle: async ({ scope, query }) => {
      const filter = { start: query.start_date, end: query.end_date, departmentId: query.department };
      const range = { after: visitKey(query.cursor), limit: query.limit };
      const listing = await listVisits(scope, {
        ...filter,
        ...range,
        withVoided: query.include === "voided",
      });
      return list(listing, visitCursor);
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/patients/:id/visits/",
    table: "patient",
    tag,
    summary: "The visits of a patient",
    description: "Newest first.",
    action: listVisitsOfPatient.action,
    params: idParams,
    query: z.strictObject({ limit, cursor, include: includeVoided }),
    answer: {
      status: 200,
      description: "The visits",
      schema: z.array(visitOfPatient),
      example: [listed],
      headers: ["X-Total-Count", "Link"],
    },
    problems: [],
    handle: async ({ scope, params, query }) => {
      const range = { after: visitKey(query.cursor), limit: query.limit };
      const filter = { patientId: params.id, withVoided: query.include === "voided" };
      const { listing } = await listVisitsOfPatient(scope, { ...filter, ...range });
      return list(listing, visitCursor);
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/visits/:id/",
    table: "visit",
    tag,
    summary: "One visit",
    action: viewVisit.action,
    params: idParams,
    query: voidedQuery,
    answer: {
      status: 200,
      description: "The visit",
      schema: visitInFull,
      example: { ...listed, ...ids },
      headers: ["ETag"],
    },
    problems: [],
    handle: async ({ scope, params, query }) =>
      record(await viewVisit(scope, { id: params.id, withVoided: query.include === "voided" })),
  }),
  endpoint({
    method: "PUT",
    path: "/api/visits/:id/",
    table: "visit",
    tag,
    summary: "Change a visit",
    description: "Send only what changes. A visit of the wrong patient is voided and logged again.",
    action: changeVisit.action,
    params: idParams,
    body: { schema: visitChange, example: { notes: "Patient advised to take vitamins" } },
    answer: {
      status: 200,
      description: "Changed",
      schema: acknowledged,
      example: { visit_id: visitId, message: "Visit updated successfully" },
      headers: ["ETag"],
    },
    problems: ["version_conflict", "record_unreadable"],
    handle: async ({ scope, params, body, ifVersion }) => {
      const { id, version } = await changeVisit(scope, { id: params.id, change: body, ifVersion });
      return changed(version, { visit_id: id, message: "Visit updated successfully" });
    },
  }),
  ...voidingEndpoints({
    table: "visit",
    collection: "/api/visits",
    tag,
    voidVerb: voidVisit,
    restoreVerb: restoreVisit,
    description: "For a visit logged by mistake: leaves the lists, and can be restored.",
    example: {
      id: visitId,
      voidReason: "Logged for the wrong patient",
      restoreReason: "It was the right patient after all",
    },
  }),
];
