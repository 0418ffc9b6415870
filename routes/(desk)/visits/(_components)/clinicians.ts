import type { Scope } from "@/clinic/scope.ts";
import { clinicianRoles } from "@/clinic/roles.ts";
import { listStaff, type StaffMember } from "@/clinic/staff/staff.ts";

/** Active doctors and nurses, by name. */
export async function listClinicians(scope: Scope): Promise<StaffMember[]> {
  const staff = await listStaff(scope, { withInactive: false });
  return staff.filter(({ role }) => clinicianRoles.includes(role));
}
