import type { Role } from "../../clinic/roles.ts";

/** The roles as people call them. */
export const roleNames: Readonly<Record<Role, string>> = {
  admin: "Administrator",
  doctor: "Doctor",
  nurse: "Nurse",
  receptionist: "Receptionist",
  auditor: "Auditor",
};
