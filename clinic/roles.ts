import { type Role, roles } from "@/db/tables/roles.ts";

export { type Role, roles };

/** The roles that see patients, and so can be the clinician of a visit (the API's `doctor_id`). */
export const clinicianRoles: readonly Role[] = ["doctor", "nurse"];
