import { authEndpoints } from "./auth.ts";
import { departmentEndpoints } from "./departments.ts";
import type { Endpoint } from "./http/endpoint.ts";
import { patientDuplicateEndpoints } from "./patient_duplicates.ts";
import { patientEndpoints } from "./patients.ts";
import { staffEndpoints } from "./staff.ts";
import { visitEndpoints } from "./visits.ts";

/** The API. A new resource is its file, its test and one line here. */
export const endpoints: readonly Endpoint[] = [
  ...authEndpoints,
  ...patientDuplicateEndpoints, // before the paths that take an id
  ...patientEndpoints,
  ...visitEndpoints,
  ...departmentEndpoints,
  ...staffEndpoints,
];
