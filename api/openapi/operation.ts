import type { z } from "zod";
import { permissions } from "@/clinic/permissions.ts";
import type { Body, Endpoint, Success } from "@/api/http/endpoint.ts";
import { problemResponses } from "./problems.ts";
import type { JsonSchema, Schemas } from "./schemas.ts";

/**
 * One endpoint under one of its methods as an OpenAPI Operation Object.
 *
 * @param method in lower case
 * @param schemas receives the named schemas that the operation refers to
 */
export function operation(endpoint: Endpoint, method: string, schemas: Schemas): object {
  const id = operationId(method, endpoint.path);
  return {
    operationId: id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: descriptionOf(endpoint, method),
    ...(endpoint.action === "open" ? { security: [] } : {}),
    parameters: parametersOf(endpoint, id, schemas),
    ...(endpoint.body ? { requestBody: requestBody(endpoint.body, id, schemas) } : {}),
    responses: {
      [endpoint.answer.status]: answer(endpoint.answer, id, schemas),
      ...problemResponses(endpoint),
    },
  };
}

/** `put /api/patients/:id/` is `putPatientsById`. */
export function operationId(method: string, path: string): string {
  const words = path.split("/").slice(2).join("-").replaceAll(":", "by-").split(/[-_]+/);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** `/api/patients/:id/` is `/api/patients/{id}/`. */
export function withBraces(path: string): string {
  return path.replaceAll(/:(\w+)/g, "{$1}");
}

function descriptionOf({ description, action }: Endpoint, method: string): string {
  const who = action === "open"
    ? "**Open**: no token needed."
    : `**Roles**: ${permissions[action].join(", ")}.`;
  const paragraphs = [description, who, METHOD_NOTES[method]];
  return paragraphs.filter((paragraph) => paragraph !== undefined).join("\n\n");
}

const METHOD_NOTES: Readonly<Record<string, string>> = {
  get: "`HEAD` answers the same without the body.",
  put: "`PATCH` does the same.",
  patch: "The same as `PUT`.",
};

function parametersOf(endpoint: Endpoint, id: string, schemas: Schemas): object[] {
  const path = pathParameters(endpoint, schemas, id);
  const query = endpoint.query ? declared(endpoint.query, "query", id, schemas) : [];
  const ifMatch = endpoint.problems.includes("version_conflict") ? [IF_MATCH] : [];
  return [...path, ...query, ...ifMatch];
}

const IF_MATCH = { $ref: "#/components/parameters/IfMatch" };

/** Every name in the path is a parameter, with or without a schema. */
function pathParameters({ path, params }: Endpoint, schemas: Schemas, id: string): object[] {
  const known = params ? declared(params, "path", id, schemas) : [];
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  return names.map((name) =>
    known.find((each) => each.name === name) ?? parameter(name, "path", true, { type: "string" })
  );
}

interface Parameter {
  readonly name: string;
  readonly [key: string]: unknown;
}

function declared(object: z.ZodObject, place: "path" | "query", id: string, schemas: Schemas): Parameter[] {
  return Object.entries(object.shape).map(([name, schema]) => {
    const optional = place === "query" && (schema as z.ZodType).safeParse(undefined).success;
    return parameter(name, place, !optional, schemas.of(schema as z.ZodType, "input", id));
  });
}

function parameter(name: string, place: string, required: boolean, schema: JsonSchema): Parameter {
  const { description, ...rest } = schema;
  return { name, in: place, required, ...(description === undefined ? {} : { description }), schema: rest };
}

function requestBody({ schema, example, optional = false }: Body, id: string, schemas: Schemas): object {
  const media = { schema: schemas.of(schema, "input", id), example };
  return { required: !optional, content: { "application/json": media } };
}

function answer(
  { description, schema, example, headers = [] }: Success,
  id: string,
  schemas: Schemas,
): object {
  const media = {
    ...(schema ? { schema: schemas.of(schema, "output", id) } : {}),
    ...(example === undefined ? {} : { example }),
  };
  return {
    description,
    headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    ...(schema || example !== undefined ? { content: { "application/json": media } } : {}),
  };
}
