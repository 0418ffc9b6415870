import { z } from "zod";
import { roles } from "@/clinic/roles.ts";
import {
  addStaffMember,
  changeStaffMember,
  listStaff,
  newStaffMember,
  resetPassword,
  staffChange,
  viewStaffMember,
} from "@/clinic/staff/staff.ts";
import { changed, created, ok, record, wholeList } from "./http/answer.ts";
import { endpoint } from "./http/endpoint.ts";
import { id, idParams, includeInactive, message } from "./http/schemas.ts";

const tag = "Staff";

const keys = { user_id: id, full_name: z.string(), role: z.enum(roles), department: z.string().nullable() };
const member = z.object({ ...keys, active: z.boolean().optional() }).meta({ id: "StaffMember" });
const memberInFull = z.object({ ...keys, department_id: id.nullable(), active: z.boolean() })
  .meta({ id: "StaffMemberInFull" });
const acknowledged = z.object({ user_id: id, message });

const departmentId = "019b5a3e-0a11-7b1f-8c3d-6e5f4a3b2c1d";
const thabo = {
  user_id: "019b5a3e-1f22-7a2b-9e4d-7c6b5a493827",
  full_name: "Dr. Thabo",
  role: "doctor" as const,
  department: "General Outpatient",
};
const lebo = "019b5a3e-2e33-7f3c-8d5e-6b5a49382716";

export const staffEndpoints = [
  endpoint({
    method: "GET",
    path: "/api/staff/",
    tag,
    summary: "All staff",
    description: "By name. `?include=inactive` adds those who have left, and the key `active`.",
    action: listStaff.action,
    query: z.strictObject({ include: includeInactive }),
    answer: {
      status: 200,
      description: "The staff",
      schema: z.array(member),
      example: [thabo],
      headers: ["X-Total-Count"],
    },
    problems: [],
    handle: async ({ scope, query }) =>
      wholeList(await listStaff(scope, { withInactive: query.include === "inactive" })),
  }),
  endpoint({
    method: "POST",
    path: "/api/staff/",
    tag,
    summary: "Add a member of staff",
    description: "The password is temporary: it expires after 7 days unless its owner changes it.",
    action: addStaffMember.action,
    body: {
      schema: newStaffMember,
      example: {
        full_name: "Nurse Lebo",
        username: "nurselebo",
        password: "securepass",
        role: "nurse",
        department_id: departmentId,
      },
    },
    answer: {
      status: 201,
      description: "Added",
      schema: acknowledged,
      example: { user_id: lebo, message: "Staff added successfully" },
      headers: ["Location", "ETag"],
    },
    problems: ["username_taken", "busy"],
    handle: async ({ scope, body }) => {
      const { id, version } = await addStaffMember(scope, body);
      return created(`/api/staff/${id}/`, version, { user_id: id, message: "Staff added successfully" });
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/staff/:id/",
    table: "staff",
    tag,
    summary: "One member of staff",
    action: viewStaffMember.action,
    params: idParams,
    answer: {
      status: 200,
      description: "The member of staff",
      schema: memberInFull,
      example: { ...thabo, department_id: departmentId, active: true },
      headers: ["ETag"],
    },
    problems: [],
    handle: async ({ scope, params }) => record(await viewStaffMember(scope, { id: params.id })),
  }),
  endpoint({
    method: "PUT",
    path: "/api/staff/:id/",
    table: "staff",
    tag,
    summary: "Change a member of staff",
    description:
      "A new role takes effect with the next request; whoever is deactivated is signed out at once.",
    action: changeStaffMember.action,
    params: idParams,
    body: { schema: staffChange, example: { role: "nurse" } },
    answer: {
      status: 200,
      description: "Changed",
      schema: acknowledged,
      example: { user_id: lebo, message: "Staff updated successfully" },
      headers: ["ETag"],
    },
    problems: ["last_administrator", "version_conflict"],
    handle: async ({ scope, params, body, ifVersion }) => {
      const { id, version } = await changeStaffMember(scope, { id: params.id, change: body, ifVersion });
      return changed(version, { user_id: id, message: "Staff updated successfully" });
    },
  }),
  endpoint({
    method: "POST",
    path: "/api/staff/:id/password-reset/",
    table: "staff",
    tag,
    summary: "Give a one-time password",
    description: "The person is signed out everywhere. The password is shown once and expires after 7 days.",
    action: resetPassword.action,
    params: idParams,
    body: { schema: z.strictObject({}), example: {}, optional: true },
    answer: {
      status: 200,
      description: "The one-time password",
      schema: z.object({ user_id: id, password: z.string(), ends_at: z.iso.datetime(), message }),
      example: {
        user_id: lebo,
        password: "tkgeb-hwmza-rcpyu",
        ends_at: "2025-12-30T07:30:00.000Z",
        message: "Password reset successfully",
      },
    },
    problems: ["busy"],
    handle: async ({ scope, params }) => {
      const { id, password, endsAt } = await resetPassword(scope, { id: params.id });
      return ok({ user_id: id, password, ends_at: endsAt, message: "Password reset successfully" });
    },
  }),
];
