import type { Department } from "@/db/tables/departments.ts";
import type { Session } from "@/db/tables/sessions.ts";
import type { StaffMember } from "@/db/tables/staff.ts";
import type { Clinic } from "./clinic.ts";

// Rows of the directory as they are now, to be changed: another process may have changed them since it was last read.

/** Undefined where there is none. @throws DatabaseUnavailable */
export async function currentStaffMember({ store }: Clinic, id: string): Promise<StaffMember | undefined> {
  await store.directory.current();
  return store.directory.staff.get(id);
}

/** Undefined where there is none. @throws DatabaseUnavailable */
export async function currentDepartment({ store }: Clinic, id: string): Promise<Department | undefined> {
  await store.directory.current();
  return store.directory.departments.get(id);
}

/** Undefined where it has ended. @throws DatabaseUnavailable */
export async function currentSession({ store }: Clinic, id: string): Promise<Session | undefined> {
  await store.directory.current();
  return store.directory.sessions.get(id);
}
