import type { z } from "zod";
import type { Scope } from "@/clinic/clinic.ts";
import type { Action } from "@/clinic/roles.ts";
import type { Answer } from "./answer.ts";
import type { ProblemCode } from "./problems.ts";

/**
 * One endpoint, declared once. From the table of these come the routes, their validation, the OpenAPI document, the
 * reference page, the role × route test and the 405s. What is not in the table cannot be reached.
 */
export interface Endpoint {
  readonly method: "GET" | "POST" | "PUT";
  /** With slashes at both ends; parameters as `:name`. PUT answers PATCH too, GET answers HEAD. */
  readonly path: `/api/${string}/`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** What the caller's role must allow, or `open`: no token needed. There is no default. */
  readonly action: Action | "open";
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly answer: AnswerKind;
  /** What can go wrong besides what can go wrong everywhere. */
  readonly problems: readonly ProblemCode[];
  readonly handle: (call: Call<unknown, unknown, unknown>) => Promise<Answer>;
}

/** A JSON body. An example is what the reference prints and what the tests send. */
export interface Body {
  readonly schema: z.ZodType;
  readonly example: unknown;
  /** True where a request without a body is fine. */
  readonly optional?: boolean;
}

/** What an endpoint answers when all goes well. */
export interface AnswerKind {
  readonly status: 200 | 201 | 204;
  readonly description: string;
  /** Left out where there is no body. */
  readonly schema?: z.ZodType;
  readonly example?: unknown;
  readonly headers?: readonly ("Location" | "ETag" | "Link" | "X-Total-Count")[];
}

/** A request as its endpoint sees it: checked and parsed. */
export interface Call<Params, Query, Input> {
  readonly scope: Scope;
  readonly params: Params;
  readonly query: Query;
  readonly body: Input;
  /** The version that `If-Match` names; undefined without one. */
  readonly ifVersion: number | undefined;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** Declares an endpoint; the types of what `handle` is given follow from its schemas. */
export function endpoint<
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Input extends z.ZodType | undefined = undefined,
>(
  declaration: Omit<Endpoint, "params" | "query" | "body" | "handle"> & {
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: Omit<Body, "schema"> & { readonly schema: Input };
    readonly handle: (call: Call<Parsed<Params>, Parsed<Query>, Parsed<Input>>) => Promise<Answer>;
  },
): Endpoint {
  return declaration as unknown as Endpoint; // `handle` is only ever called with what these schemas gave
}
