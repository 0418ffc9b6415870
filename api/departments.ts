import { z } from "zod";
import {
  addDepartment,
  changeDepartment,
  departmentChange,
  listDepartments,
  newDepartment,
  viewDepartment,
} from "@/clinic/departments/departments.ts";
import { changed, created, record, wholeList } from "./http/answer.ts";
import { endpoint } from "./http/endpoint.ts";
import { id, idParams, includeInactive, message } from "./http/schemas.ts";

const tag = "Departments";

const department = z.object({ department_id: id, name: z.string(), active: z.boolean().optional() })
  .meta({ id: "Department" });
const departmentInFull = z.object({ department_id: id, name: z.string(), active: z.boolean() })
  .meta({ id: "DepartmentInFull" });
const acknowledged = z.object({ department_id: id, message });

const generalId = "019b5a3e-0a11-7b1f-8c3d-6e5f4a3b2c1d";
const radiologyId = "019b5a41-20c4-7e5d-9f6a-8b7c6d5e4f30";

export const departmentEndpoints = [
  endpoint({
    method: "GET",
    path: "/api/departments/",
    tag,
    summary: "All departments",
    description: "By name. `?include=inactive` adds those no longer in use, and the key `active`.",
    action: listDepartments.action,
    query: z.strictObject({ include: includeInactive }),
    answer: {
      status: 200,
      description: "The departments",
      schema: z.array(department),
      example: [
        { department_id: generalId, name: "General Outpatient" },
        { department_id: "019b5a3e-0b33-7c4d-8e5f-9a8b7c6d5e4f", name: "Pediatrics" },
      ],
      headers: ["X-Total-Count"],
    },
    problems: [],
    handle: async ({ scope, query }) =>
      wholeList(await listDepartments(scope, { withInactive: query.include === "inactive" })),
  }),
  endpoint({
    method: "POST",
    path: "/api/departments/",
    tag,
    summary: "Add a department",
    action: addDepartment.action,
    body: { schema: newDepartment, example: { name: "Radiology" } },
    answer: {
      status: 201,
      description: "Added",
      schema: acknowledged,
      example: { department_id: radiologyId, message: "Department added successfully" },
      headers: ["Location", "ETag"],
    },
    problems: ["department_name_taken"],
    handle: async ({ scope, body }) => {
      const { id, version } = await addDepartment(scope, body);
      const answer = { department_id: id, message: "Department added successfully" };
      return created(`/api/departments/${id}/`, version, answer);
    },
  }),
  endpoint({
    method: "GET",
    path: "/api/departments/:id/",
    table: "department",
    tag,
    summary: "One department",
    action: viewDepartment.action,
    params: idParams,
    answer: {
      status: 200,
      description: "The department",
      schema: departmentInFull,
      example: { department_id: generalId, name: "General Outpatient", active: true },
      headers: ["ETag"],
    },
    problems: [],
    handle: async ({ scope, params }) => record(await viewDepartment(scope, { id: params.id })),
  }),
  endpoint({
    method: "PUT",
    path: "/api/departments/:id/",
    table: "department",
    tag,
    summary: "Rename, deactivate or reactivate a department",
    description: "A department that is not active keeps its old visits and accepts no new ones.",
    action: changeDepartment.action,
    params: idParams,
    body: { schema: departmentChange, example: { active: false } },
    answer: {
      status: 200,
      description: "Changed",
      schema: acknowledged,
      example: { department_id: generalId, message: "Department updated successfully" },
      headers: ["ETag"],
    },
    problems: ["department_name_taken", "version_conflict"],
    handle: async ({ scope, params, body, ifVersion }) => {
      const { id, version } = await changeDepartment(scope, { id: params.id, change: body, ifVersion });
      return changed(version, { department_id: id, message: "Department updated successfully" });
    },
  }),
];
