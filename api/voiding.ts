import { z } from "zod";
import type { Scope } from "@/clinic/scope.ts";
import { voidReason } from "@/clinic/fields.ts";
import type { Action } from "@/clinic/permissions.ts";
import type { RestoreRequest, VoidRequest } from "@/clinic/voiding.ts";
import { changed } from "./http/answer.ts";
import { type Endpoint, endpoint } from "./http/endpoint.ts";
import { id, idParams, message } from "./http/schemas.ts";

/** A resource whose records can be voided and restored. */
interface Voidable {
  readonly table: "patient" | "visit";
  readonly collection: `/api/${string}`;
  readonly tag: string;
  readonly voidVerb: Verb<VoidRequest>;
  readonly restoreVerb: Verb<RestoreRequest>;
  /** What voiding is for and what it does. */
  readonly description: string;
  readonly example: { readonly id: string; readonly voidReason: string; readonly restoreReason: string };
}

interface Verb<Request> {
  (scope: Scope, request: Request): Promise<{ id: string; version: number }>;
  readonly action: Action;
}

/** POST …/:id/void/ and POST …/:id/restore/ of a resource. */
export function voidingEndpoints(resource: Voidable): Endpoint[] {
  const { table, collection, tag, voidVerb, restoreVerb, description, example } = resource;
  const about = { method: "POST", table, tag, params: idParams } as const;
  const key = `${table}_id`;
  const schema = z.object({ [key]: id, message });
  const acknowledgement = (id: string, participle: string) => ({
    [key]: id,
    message: `${capitalised(table)} ${participle} successfully`,
  });
  return [
    endpoint({
      ...about,
      path: `${collection}/:id/void/`,
      summary: `Void a ${table}`,
      description,
      action: voidVerb.action,
      body: { schema: z.strictObject({ reason: voidReason }), example: { reason: example.voidReason } },
      answer: {
        status: 200,
        description: "Voided",
        schema,
        example: acknowledgement(example.id, "voided"),
        headers: ["ETag"],
      },
      problems: ["already_voided", "version_conflict", "record_unreadable"],
      handle: async ({ scope, params, body, ifVersion }) => {
        const { id, version } = await voidVerb(scope, { id: params.id, reason: body.reason, ifVersion });
        return changed(version, acknowledgement(id, "voided"));
      },
    }),
    endpoint({
      ...about,
      path: `${collection}/:id/restore/`,
      summary: `Restore a voided ${table}`,
      action: restoreVerb.action,
      body: {
        schema: z.strictObject({ reason: voidReason.optional() }),
        example: { reason: example.restoreReason },
        optional: true,
      },
      answer: {
        status: 200,
        description: "Restored",
        schema,
        example: acknowledgement(example.id, "restored"),
        headers: ["ETag"],
      },
      problems: ["not_voided", "version_conflict", "record_unreadable"],
      handle: async ({ scope, params, body, ifVersion }) => {
        const { id, version } = await restoreVerb(scope, { id: params.id, reason: body.reason, ifVersion });
        return changed(version, acknowledgement(id, "restored"));
      },
    }),
  ];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
