/**
 * What `deno task check` must refuse: each line under a `@ts-expect-error` is one mistake that an endpoint could make,
 * and the check fails where the compiler lets it pass. Nothing here runs.
 */
import { z } from "zod";
import type { department, departmentInFull } from "@/api/departments.ts";
import { created, type KeyPaths, list, noContent, ok, record, wholeList } from "@/api/http/answer.ts";
import { endpoint } from "@/api/http/endpoint.ts";
import { problems } from "@/api/http/problems.ts";
import type { likelyPatient } from "@/api/patient_duplicates.ts";
import type { patient } from "@/api/patient_schema.ts";
import type { member, memberInFull } from "@/api/staff.ts";
import type { visit, visitInFull, visitOfPatient } from "@/api/visits.ts";
import type { Department, DepartmentInFull } from "@/clinic/departments/departments.ts";
import { type ClinicErrorCode, type FieldError, invalid } from "@/clinic/errors.ts";
import type { Listing } from "@/clinic/listing.ts";
import type { LikelyPatient } from "@/clinic/patients/find_duplicates.ts";
import type { Patient } from "@/clinic/patients/patients.ts";
import type { Role } from "@/clinic/roles.ts";
import type { StaffMember, StaffMemberInFull } from "@/clinic/staff/staff.ts";
import type { Visit, VisitInFull, VisitOfPatient } from "@/clinic/visits/visits.ts";

const bed = z.object({
  bed_id: z.string(),
  ward: z.object({ name: z.string() }).nullable(),
  free: z.boolean().optional(),
});
const example = { bed_id: "7", ward: { name: "North" } };
const secret = { ...example, secret: "x" };
const secretWithin = { bed_id: "7", ward: { name: "North", secret: "x" } };
const listing = <Item>(item: Item): Listing<Item, string> => ({ total: 1, items: [item], next: undefined });
const cursorOf = (key: string) => key;

const about = { method: "GET", path: "/api/beds/", tag: "Beds", summary: "Beds", action: "open" } as const;
const oneBed = { ...about, answer: { status: 200, description: "", schema: bed }, problems: [] } as const;
const beds = { ...oneBed, answer: { status: 200, description: "", schema: z.array(bed) } } as const;
const nothing = { ...oneBed, answer: { status: 204, description: "" } } as const;

// What the schema declares passes, with and without its optional keys.
endpoint({ ...oneBed, handle: async () => await ok(example) });
endpoint({ ...oneBed, handle: async () => await ok({ bed_id: "7", ward: null, free: true }) });
endpoint({ ...oneBed, handle: async () => await record({ version: 1, view: example }) });
endpoint({ ...beds, handle: async () => await wholeList([example]) });
endpoint({ ...beds, handle: async () => await list(listing(example), cursorOf) });
endpoint({ ...nothing, handle: async () => await noContent });

// @ts-expect-error -- a missing key
endpoint({ ...oneBed, handle: async () => await ok({ bed_id: "7" }) });
// @ts-expect-error -- a key of another type
endpoint({ ...oneBed, handle: async () => await ok({ bed_id: 7, ward: null }) });
// @ts-expect-error -- a key too many
endpoint({ ...oneBed, handle: async () => await ok(secret) });
// @ts-expect-error -- a key too many, written out
endpoint({ ...oneBed, handle: async () => await ok({ bed_id: "7", ward: null, secret: "x" }) });
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

// The schemas declare the keys of the clinic's own types, all of them and no others.
type SameKeys<Schema extends z.ZodType, Own> = [KeyPaths<z.output<Schema>>, KeyPaths<Own>] extends
  [KeyPaths<Own>, KeyPaths<z.output<Schema>>] ? true : false;
true satisfies SameKeys<typeof patient, Patient>;
true satisfies SameKeys<typeof likelyPatient, LikelyPatient>;
true satisfies SameKeys<typeof visit, VisitOfPatient>;
true satisfies SameKeys<typeof visitOfPatient, Visit>;
true satisfies SameKeys<typeof visitInFull, VisitInFull>;
true satisfies SameKeys<typeof department, Department>;
true satisfies SameKeys<typeof departmentInFull, DepartmentInFull>;
true satisfies SameKeys<typeof member, StaffMember>;
true satisfies SameKeys<typeof memberInFull, StaffMemberInFull>;
// @ts-expect-error -- a visit in full has keys that a visit in a list has not
true satisfies SameKeys<typeof visit, VisitInFull>;

// Codes and roles are unions.
problems satisfies Record<ClinicErrorCode, unknown>;
// @ts-expect-error -- a field code that there is not
invalid("bed", "unknown_bed", "There is no such bed.");
// @ts-expect-error -- a code from elsewhere
({ field: "bed", code: "invalid_type", message: "" }) satisfies FieldError;
// @ts-expect-error -- a role that there is not
"chaplain" satisfies Role;
