import type { z } from "zod";
import type { RecordRef } from "@/clinic/audit/record_history.ts";
import type { Scope } from "@/clinic/scope.ts";
import type { Action } from "@/clinic/permissions.ts";
import type { Answer, EmptyAnswer, JsonAnswer, ListAnswer } from "./answer.ts";
import type { ProblemCode } from "./problems.ts";

/**
 * One endpoint, declared once. From the table of these come the routes, their validation, the OpenAPI document, the
 * reference page, the role × route test and the 405s. What is not in the table cannot be reached.
 */
export interface Endpoint {
  readonly method: "GET" | "POST" | "PUT";
  /** With slashes at both ends; parameters as `:name`. PUT answers PATCH too, GET answers HEAD. */
  readonly path: `/api/${string}/`;
  /** The table of the record that `:id` names: the audit records which one a refusal was about. */
  readonly table?: RecordRef["table"];
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** What the caller's role must allow, or `open`: no token needed. There is no default. */
  readonly action: Action | "open";
  /** For an endpoint that does one of two things: what a request with this query does, in place of `action`. */
  readonly actionFor?: (query: Readonly<Record<string, string>>) => Action;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: Body;
  readonly answer: Success;
  /** The error codes that it can answer with, besides those that every endpoint can. */
  readonly problems: readonly ProblemCode[];
  readonly handle: (call: Call<unknown, unknown, unknown>) => Promise<Answer>;
}

/** A JSON body. The reference prints the example, the tests send it. */
export interface Body<Schema = z.ZodType> {
  readonly schema: Schema;
  readonly example: unknown;
  /** True where a request without a body is fine. */
  readonly optional?: boolean;
}

/** The answer of an endpoint that succeeds. */
export interface Success<Status extends 200 | 201 | 204 = 200 | 201 | 204, Schema = z.ZodType> {
  readonly status: Status;
  readonly description: string;
  /** Left out where there is no body. */
  readonly schema?: Schema;
  readonly example?: Immutable<Parsed<NoInfer<Schema>>>;
  readonly headers?: readonly ("Location" | "ETag" | "Link" | "X-Total-Count")[];
}

/** A request as its endpoint gets it: authorised, validated and parsed. */
export interface Call<Params, Query, Input> {
  readonly scope: Scope;
  readonly params: Params;
  readonly query: Query;
  readonly body: Input;
  /** The version that `If-Match` names; undefined without one. */
  readonly ifVersion: number | undefined;
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** What `handle` may return, as the declared status and schema have it. */
type AnswerTo<Status, Schema> = Status extends 200 | 201
  ? Immutable<Parsed<Schema>> extends infer Body
    ? Body extends readonly (infer Item)[] ? ListAnswer<Item> : JsonAnswer<Status, Body>
  : never
  : EmptyAnswer;

/** An answer is only read, so nothing that it holds needs to be mutable. */
type Immutable<Value> = Value extends object ? { readonly [Key in keyof Value]: Immutable<Value[Key]> }
  : Value;

/**
 * Declares an endpoint. What `handle` is given follows from the schemas of `params`, `query` and `body`, what it may
 * return from `answer`: a missing key, a key too many or a list in place of an object is a type error. So is an optional key
 * that the type of what is returned does not have.
 */
export function endpoint<
  Status extends 200 | 201 | 204,
  Schema extends z.ZodType | undefined = undefined,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Input extends z.ZodType | undefined = undefined,
>(
  declaration: Omit<Endpoint, "params" | "query" | "body" | "answer" | "handle"> & {
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: Body<Input>;
    readonly answer: Success<Status, Schema>;
    readonly handle: (
      call: Call<Parsed<Params>, Parsed<Query>, Parsed<Input>>,
    ) => Promise<AnswerTo<NoInfer<Status>, NoInfer<Schema>>>;
  },
): Endpoint {
  return declaration as unknown as Endpoint; // the router calls `handle` with what these schemas return
}
