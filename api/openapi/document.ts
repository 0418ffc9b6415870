/**
 * This folder writes the OpenAPI document: one file each for the document, an operation, its problems, the named schemas,
 * and the parts and texts that never change. What an endpoint is and does is declared in api/, never here.
 */
import type { Endpoint } from "@/api/http/endpoint.ts";
import { aboutTheApi } from "./about.ts";
import { headers, parameters, problemExamples, problemSchema, securitySchemes } from "./components.ts";
import { operation, withBraces } from "./operation.ts";
import { Schemas } from "./schemas.ts";

/**
 * The table of endpoints as an OpenAPI 3.1 document. The same table and version give the same bytes.
 *
 * @param version of the program
 * @throws Error when two endpoints answer the same method and path, or a schema has no JSON Schema
 */
export function openapiDocument(endpoints: readonly Endpoint[], version: string): object {
  const schemas = new Schemas({ Problem: problemSchema });
  const paths = pathsOf(endpoints, schemas);
  return {
    openapi: "3.1.1",
    info: { title: "DOVMS API", version, description: aboutTheApi },
    servers: [{ url: "/", description: "This clinic" }],
    tags: tagsOf(endpoints),
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes,
      schemas: schemas.named(),
      parameters,
      headers,
      examples: problemExamples,
    },
  };
}

type Operations = Record<string, object>;

function pathsOf(endpoints: readonly Endpoint[], schemas: Schemas): Record<string, Operations> {
  const paths: Record<string, Operations> = {};
  for (const endpoint of endpoints) {
    const operations = paths[withBraces(endpoint.path)] ??= {};
    for (const method of methodsOf(endpoint)) {
      if (method in operations) {
        throw new Error(`two endpoints answer ${method.toUpperCase()} ${endpoint.path}`);
      }
      operations[method] = operation(endpoint, method, schemas);
    }
  }
  return paths;
}

function methodsOf({ method }: Endpoint): string[] {
  return method === "PUT" ? ["put", "patch"] : [method.toLowerCase()];
}

function tagsOf(endpoints: readonly Endpoint[]): { name: string }[] {
  return [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name }));
}
