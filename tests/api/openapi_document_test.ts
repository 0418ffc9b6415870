import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import assert from "node:assert/strict";
import { z } from "zod";
import { type Endpoint, endpoint } from "@/api/http/endpoint.ts";
import { endpoints } from "@/api/endpoints.ts";
import { openapiDocument } from "@/api/openapi/document.ts";

const unused = () => Promise.reject(new Error("no handler runs here"));
const bed = z.object({ bed_id: z.uuid(), ward: z.string(), since: z.iso.date() }).meta({ id: "Bed" });
const example = { bed_id: "019b5a3e-5b7c-7c7a-9d5e-2f4b1c8a6d10", ward: "North", since: "2025-12-23" };

const listBeds = endpoint({
  method: "GET",
  path: "/api/beds/",
  tag: "Beds",
  summary: "All beds",
  action: "department.list",
  query: z.strictObject({ limit: z.coerce.number().int().optional().describe("a page"), ward: z.string() }),
  answer: {
    status: 200,
    description: "The beds",
    schema: z.array(bed),
    example: [example],
    headers: ["X-Total-Count"],
  },
  problems: [],
  handle: unused,
});
const moveBed = endpoint({
  method: "PUT",
  path: "/api/beds/:id/",
  tag: "Beds",
  summary: "Move a bed",
  description: "To another ward.",
  action: "patient.void",
  body: { schema: bed.pick({ ward: true }), example: { ward: "South" } },
  answer: { status: 200, description: "Moved", schema: bed, example, headers: ["ETag"] },
  problems: ["version_conflict"],
  handle: unused,
});
const ring = endpoint({
  method: "POST",
  path: "/api/bell/",
  tag: "Bell",
  summary: "Ring",
  action: "open",
  answer: { status: 204, description: "Rung" },
  problems: ["busy"],
  handle: unused,
});
const sample: Endpoint[] = [listBeds, moveBed, ring];

Deno.test("the documents of the sample and of the API are valid OpenAPI 3.1, with every reference resolved", async () => {
  for (const table of [sample, endpoints]) {
    const { valid, errors } = await new Validator().validate(
      { ...openapiDocument(table, "1.0.0") },
    );
    assert.equal(valid, true, JSON.stringify(errors));
    const document = read(table);
    for (const reference of referencesIn(document)) {
      assert.ok(at(document, reference) !== undefined, reference);
    }
  }
});

Deno.test("the same table gives the same bytes", () => {
  const write = () => JSON.stringify(openapiDocument(endpoints, "1.0.0"));
  assert.equal(write(), write());
});

Deno.test("an operation names the roles that may call it, and an open one needs no token", () => {
  const { paths } = read(sample);
  assert.match(
    paths["/api/beds/{id}/"].put.description,
    /^To another ward\.\n\n\*\*Roles\*\*: admin, doctor\./,
  );
  assert.equal("security" in paths["/api/beds/{id}/"].put, false);
  assert.deepEqual(paths["/api/bell/"].post.security, []);
  assert.doesNotMatch(paths["/api/bell/"].post.description, /Roles/);
});

Deno.test("PATCH is documented beside PUT, with an operationId of its own", () => {
  const { put, patch } = read(sample).paths["/api/beds/{id}/"];
  assert.deepEqual({ ...patch, operationId: "", description: "" }, {
    ...put,
    operationId: "",
    description: "",
  });
  assert.equal(put.operationId, "putBedsById");
  assert.equal(patch.operationId, "patchBedsById");
  const ids = Object.values(read(endpoints).paths).flatMap((path) =>
    Object.values(path).map((operation) => operation.operationId)
  );
  assert.equal(new Set(ids).size, ids.length);
});

Deno.test("parameters come from path, query and, where versions can conflict, If-Match", () => {
  const { paths } = read(sample);
  assert.deepEqual(paths["/api/beds/"].get.parameters, [
    { name: "limit", in: "query", required: false, description: "a page", schema: safeInteger },
    { name: "ward", in: "query", required: true, schema: { type: "string" } },
  ]);
  assert.deepEqual(paths["/api/beds/{id}/"].put.parameters, [
    { name: "id", in: "path", required: true, schema: { type: "string" } },
    { $ref: "#/components/parameters/IfMatch" },
  ]);
  assert.deepEqual(paths["/api/bell/"].post.parameters, []);
});

Deno.test("each operation lists the problems that it can answer and no others", () => {
  const { paths } = read(sample);
  assert.deepEqual(codesOf(paths["/api/beds/"].get), {
    400: ["validation_failed"],
    401: ["token_missing", "token_invalid", "token_expired"],
    403: ["forbidden"],
    500: ["internal_error"],
    503: ["database_unavailable"],
  });
  assert.deepEqual(codesOf(paths["/api/beds/{id}/"].put), {
    400: ["malformed_json", "validation_failed"],
    401: ["token_missing", "token_invalid", "token_expired"],
    403: ["forbidden"],
    404: ["not_found"],
    412: ["version_conflict"],
    413: ["body_too_large"],
    415: ["unsupported_media_type"],
    500: ["internal_error"],
    503: ["database_unavailable"],
    507: ["storage_full"],
  });
  assert.deepEqual(codesOf(paths["/api/bell/"].post), {
    400: ["validation_failed"],
    500: ["internal_error"],
    503: ["busy", "database_unavailable"],
    507: ["storage_full"],
  });
});

Deno.test("an answer without a body declares none", () => {
  const answer = read(sample).paths["/api/bell/"].post.responses["204"];
  assert.deepEqual(answer, { description: "Rung", headers: {} });
});

Deno.test("named schemas are written once, under their names, without $defs", () => {
  const text = JSON.stringify(openapiDocument(sample, "1.0.0"));
  const { components } = read(sample);
  assert.deepEqual(Object.keys(components.schemas), ["Bed", "Problem"]);
  assert.doesNotMatch(text, /\$defs|__schema|\$schema/);
  assert.equal(text.split('"since":{').length, 2);
});

Deno.test("a name with two shapes becomes two names, and a third shape is refused", () => {
  const visitor = (more: z.ZodRawShape) => z.object({ name: z.string(), ...more }).meta({ id: "Visitor" });
  const welcome = { ...ring, body: { schema: visitor({}), example: {} } };
  const answer = { status: 200, description: "Seen", schema: z.array(visitor({})) } as const;
  const { schemas } = read([{ ...welcome, answer }]).components;
  assert.deepEqual(Object.keys(schemas), ["Problem", "Visitor", "VisitorOutput"]);
  const clash = {
    ...welcome,
    path: "/api/other/",
    body: { schema: visitor({ age: z.int() }), example: {} },
  } as const;
  const third = {
    ...clash,
    path: "/api/third/",
    body: { schema: visitor({ of: z.int() }), example: {} },
  } as const;
  assert.throws(
    () => openapiDocument([welcome, clash, third], "1"),
    /two different schemas are called Visitor/,
  );
});

Deno.test("two endpoints with one method and path, and answers that transform, are refused", () => {
  assert.throws(() => openapiDocument([ring, ring], "1"), /two endpoints answer POST \/api\/bell\//);
  const schema = z.string().transform((text) => text.length);
  const transforming = { ...ring, answer: { status: 200, description: "Length", schema } } as const;
  assert.throws(() => openapiDocument([transforming], "1"), /[Tt]ransforms/);
});

Deno.test("every example of the API fits its schema", () => {
  const document = read(endpoints);
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  ajv.addSchema(document, "api");
  assert.equal(ajv.validate({ $ref: "api#/components/schemas/Problem" }, {}), false);
  let checked = 0;
  for (const pointer of mediaIn(document)) {
    const { schema, example, examples } = at(document, pointer) as Media;
    const values = examples ? Object.values(examples).map(({ $ref }) => valueAt(document, $ref)) : [example];
    assert.ok(schema !== undefined, `${pointer} has no schema`);
    for (const value of values) {
      assert.ok(value !== undefined, `${pointer} has no example`);
      assert.equal(ajv.validate({ $ref: `api${pointer}/schema` }, value), true, pointer + ajv.errorsText());
      checked++;
    }
  }
  assert.ok(checked > 100, String(checked));
});

Deno.test("the document names no other server", () => {
  const text = JSON.stringify(openapiDocument(endpoints, "1.0.0"));
  assert.doesNotMatch(text, /https?:\/\//);
});

interface Operation {
  operationId: string;
  description: string;
  parameters: unknown[];
  responses: Record<string, { content?: Record<string, Media> }>;
  security?: unknown[];
}
interface Media {
  schema?: unknown;
  example?: unknown;
  examples?: Record<string, { $ref: string }>;
}
interface Document {
  paths: Record<"/api/beds/" | "/api/beds/{id}/" | "/api/bell/", Record<Method, Operation>>;
  components: { schemas: Record<string, unknown> };
}
type Method = "get" | "put" | "patch" | "post";

const safeInteger = { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };

function read(table: readonly Endpoint[]): Document {
  return JSON.parse(JSON.stringify(openapiDocument(table, "1.0.0")));
}

function codesOf({ responses }: Operation): Record<string, string[]> {
  const problems = Object.entries(responses).filter(([status]) => Number(status) >= 400);
  return Object.fromEntries(
    problems.map(([status, { content }]) => [
      status,
      Object.keys(content?.["application/problem+json"]?.examples ?? {}),
    ]),
  );
}

function referencesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "$ref" ? [String(inner)] : referencesIn(inner)
  );
}

/** JSON Pointers to every media type of every operation. */
function mediaIn(value: unknown, pointer = "#"): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return pointer.endsWith("/content") ? [place] : mediaIn(inner, place);
  });
}

function at(document: unknown, pointer: string): unknown {
  const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  return steps.reduce((value, step) => (value as Record<string, unknown>)?.[step], document);
}

function valueAt(document: unknown, pointer: string): unknown {
  return (at(document, pointer) as { value: unknown }).value;
}
