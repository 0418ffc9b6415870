/**
 * What `deno task check` must refuse: each line under a `@ts-expect-error` is one mistake that an endpoint could make,
 * and the check fails where the compiler lets it pass. Nothing here is run.
 */
import { z } from "zod";
import { created, list, noContent, ok, record, wholeList } from "@/api/http/answer.ts";
import { endpoint } from "@/api/http/endpoint.ts";
import { problems } from "@/api/http/problems.ts";
import { type ClinicErrorCode, type FieldError, invalid } from "@/clinic/errors.ts";
import type { Listing } from "@/clinic/listing.ts";
import type { Role } from "@/clinic/roles.ts";

const bed = z.object({
  bed_id: z.string(),
  ward: z.object({ name: z.string() }).nullable(),
  free: z.boolean().optional(),
});
interface Bed {
  readonly bed_id: string;
  readonly ward: { readonly name: string } | null;
  readonly free?: boolean;
}
const example: Bed = { bed_id: "7", ward: { name: "North" } };
const withoutFree: Omit<Bed, "free"> = example;
const secret = { ...example, secret: "x" };
const secretWithin = { ...example, ward: { name: "North", secret: "x" } };
const listing = <Item>(item: Item): Listing<Item, string> => ({ total: 1, items: [item], next: undefined });
const cursorOf = (key: string) => key;

const about = { method: "GET", path: "/api/beds/", tag: "Beds", summary: "Beds", action: "open" } as const;
const oneBed = { ...about, answer: { status: 200, description: "", schema: bed }, problems: [] } as const;
const beds = { ...oneBed, answer: { status: 200, description: "", schema: z.array(bed) } } as const;
const nothing = { ...oneBed, answer: { status: 204, description: "" } } as const;

// The declared keys pass, and no others.
endpoint({ ...oneBed, handle: async () => await ok(example) });
endpoint({ ...oneBed, handle: async () => await ok({ ...example, free: true }) });
endpoint({ ...oneBed, handle: async () => await record({ version: 1, view: example }) });
endpoint({ ...beds, handle: async () => await wholeList([example]) });
endpoint({ ...beds, handle: async () => await list(listing(example), cursorOf) });
endpoint({ ...nothing, handle: async () => await noContent });

// @ts-expect-error -- a missing key
endpoint({ ...oneBed, handle: async () => await ok({ bed_id: "7", free: true }) });
// @ts-expect-error -- a key that is declared but never answered, though optional
endpoint({ ...oneBed, handle: async () => await ok(withoutFree) });
// @ts-expect-error -- a key of another type
endpoint({ ...oneBed, handle: async () => await ok({ ...example, bed_id: 7 }) });
// @ts-expect-error -- a key too many
endpoint({ ...oneBed, handle: async () => await ok(secret) });
// @ts-expect-error -- a key too many, written out
endpoint({ ...oneBed, handle: async () => await ok({ ...example, secret: "x" }) });
// @ts-expect-error -- a key too many in what a key holds
endpoint({ ...oneBed, handle: async () => await ok(secretWithin) });
// @ts-expect-error -- a key too many in a record with its version
endpoint({ ...oneBed, handle: async () => await record({ version: 1, view: secret }) });
// @ts-expect-error -- a key too many in one of two answers
endpoint({ ...oneBed, handle: async () => await (Math.random() > 0.5 ? ok(secret) : ok(example)) });
// @ts-expect-error -- a key too many in an item
endpoint({ ...beds, handle: async () => await wholeList([secret]) });
// @ts-expect-error -- a key too many in an item of a page
endpoint({ ...beds, handle: async () => await list(listing(secret), cursorOf) });
// @ts-expect-error -- a list where an object is declared
endpoint({ ...oneBed, handle: async () => await wholeList([example]) });
// @ts-expect-error -- an object where a list is declared
endpoint({ ...beds, handle: async () => await ok(example) });
// @ts-expect-error -- another status
endpoint({ ...oneBed, handle: async () => await created("/api/beds/7/", 1, example) });
// @ts-expect-error -- no body where one is declared
endpoint({ ...oneBed, handle: async () => await noContent });
// @ts-expect-error -- a body where none is declared
endpoint({ ...nothing, handle: async () => await ok(example) });
// @ts-expect-error -- an error code that there is not
endpoint({ ...nothing, problems: ["bed_taken"], handle: async () => await noContent });
endpoint({
  ...about,
  // @ts-expect-error -- an example that does not fit the schema
  answer: { status: 200, description: "", schema: bed, example: { bed_id: "7" } },
  problems: [],
  handle: async () => await ok(example),
});

// Codes and roles are unions.
problems satisfies Record<ClinicErrorCode, unknown>;
// @ts-expect-error -- a field code that there is not
invalid("bed", "unknown_bed", "There is no such bed.");
// @ts-expect-error -- a code from elsewhere
({ field: "bed", code: "invalid_type", message: "" }) satisfies FieldError;
// @ts-expect-error -- a role that there is not
"chaplain" satisfies Role;
