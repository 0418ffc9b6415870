/**
 * The table of every endpoint. To add a resource, write its file here in api/ (departments.ts is the shortest): its zod
 * schemas, then an array of endpoint({ … }), each naming the action that a role must allow, the verb of clinic/ that it
 * calls and the answer that it declares. Add one line below and a test in tests/api/. Routes, validation, the 405s, the
 * OpenAPI document and the reference follow from the table.
 */
import { authEndpoints } from "./auth.ts";
import { departmentEndpoints } from "./departments.ts";
import type { Endpoint } from "./http/endpoint.ts";
import { patientDuplicateEndpoints } from "./patient_duplicates.ts";
import { patientEndpoints } from "./patients.ts";
import { staffEndpoints } from "./staff.ts";
import { visitEndpoints } from "./visits.ts";

export const endpoints: readonly Endpoint[] = [
  ...authEndpoints,
  ...patientDuplicateEndpoints, // before the paths with an id
  ...patientEndpoints,
  ...visitEndpoints,
  ...departmentEndpoints,
  ...staffEndpoints,
];
