import { z } from "zod";
import { describedPerson, findDuplicates } from "@/clinic/patients/duplicates/find_duplicates.ts";
import { wholeList } from "./http/answer.ts";
import { endpoint } from "./http/endpoint.ts";
import { patient, patientExample } from "./patient_schema.ts";

const description = {
  full_name: patientExample.full_name,
  date_of_birth: patientExample.date_of_birth,
  gender: patientExample.gender,
  contact_details: patientExample.contact_details,
} as const;

const likelyPatient = patient.extend({
  score: z.int().min(0).max(100).describe("how likely, 0–100; patients below 50 are left out"),
  reasons: z.array(z.string()).describe("why, for people"),
});

const answer = {
  status: 200,
  description: "The patients who are likely this person, at most 10, the most likely first",
  schema: z.array(likelyPatient),
  example: [{
    ...patientExample,
    score: 100,
    reasons: ["the same name", "born on the same day", "the same phone number"],
  }],
  headers: ["X-Total-Count"],
} as const;

const explanation =
  "Compares names (their spelling, their order, how they sound, one letter wrong), birth dates (day and month " +
  "swapped, one digit wrong, estimated ones), phone numbers and gender. Check before registering somebody a second time.";

export const patientDuplicateEndpoints = [
  endpoint({
    method: "GET",
    path: "/api/patients/duplicates/",
    tag: "Patients",
    summary: "Who may be registered already",
    description: explanation,
    action: findDuplicates.action,
    query: describedPerson.omit({ date_of_birth_estimated: true }),
    answer,
    problems: [],
    handle: async ({ scope, query }) => wholeList(await findDuplicates(scope, query)),
  }),
  endpoint({
    method: "POST",
    path: "/api/patients/duplicates/",
    tag: "Patients",
    summary: "Who may be registered already, without a name in the address",
    description: explanation,
    action: findDuplicates.action,
    body: { schema: describedPerson, example: description },
    answer,
    problems: [],
    handle: async ({ scope, body }) => wholeList(await findDuplicates(scope, body)),
  }),
];
