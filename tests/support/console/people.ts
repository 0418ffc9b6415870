import { addDepartment } from "@/clinic/departments/departments.ts";
import { setUp } from "@/clinic/staff/set_up.ts";
import { addStaffMember } from "@/clinic/staff/staff.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import type { TestConsole } from "./console.ts";
import { Visitor } from "./visitor.ts";

export const ADMIN = {
  full_name: "Mme Puleng",
  username: "puleng",
  password: "seven blankets drying",
};
export const NURSE = { full_name: "Nurse Lebo", username: "lebo", password: "firstdays" };

/** Makes the administrator, a department and a nurse whose password was set for her. */
export async function staffed(clinic: Clinic, department = "General Outpatient"): Promise<void> {
  const nobody = { clinic, actor: null, source: "test" };
  const { id } = await setUp(nobody, ADMIN);
  const asAdmin = { ...nobody, actor: { staffId: id, sessionId: "test", role: "admin" as const } };
  const added = await addDepartment(asAdmin, { name: department });
  await addStaffMember(asAdmin, { ...NURSE, role: "nurse", department_id: added.id });
}

/** A visitor who has signed in through the form. */
export async function signedIn(
  { url }: TestConsole,
  { username, password }: { username: string; password: string },
): Promise<Visitor> {
  const visitor = new Visitor(url);
  const { status } = await visitor.post("/sign-in", { username, password });
  if (status !== 303) throw new Error(`signing in was answered with ${status}`);
  return visitor;
}
