import type { Listing } from "@/clinic/listing.ts";

/** What an endpoint answers: a JSON body, or a list that may be long. */
export type Answer = PlainAnswer | ListAnswer;

export interface PlainAnswer {
  readonly status: 200 | 201 | 204;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface ListAnswer {
  readonly items: unknown[] | AsyncIterable<unknown[]>;
  readonly total: number;
  /** The opaque cursor of the next page; undefined at the end. */
  readonly next: string | undefined;
}

/** Something was made: where it is, and its first version. */
export function created(location: string, version: number, body: unknown): PlainAnswer {
  return { status: 201, body, headers: { Location: location, ETag: etag(version) } };
}

/** Something was changed. */
export function changed(version: number, body: unknown): PlainAnswer {
  return { status: 200, body, headers: { ETag: etag(version) } };
}

/** One thing and the version of it. */
export function one({ version, view }: { version: number; view: unknown }): PlainAnswer {
  return { status: 200, body: view, headers: { ETag: etag(version) } };
}

export function ok(body: unknown): PlainAnswer {
  return { status: 200, body };
}

export const noContent: PlainAnswer = { status: 204 };

/** A list; `cursorOf` makes the cursor of the next page out of its key. */
export function list<Key>(listing: Listing<unknown, Key>, cursorOf: (key: Key) => string): ListAnswer {
  const { items, total, next } = listing;
  return { items, total, next: next === undefined ? undefined : cursorOf(next) };
}

/** A list that is short and whole. */
export function all(items: unknown[]): ListAnswer {
  return { items, total: items.length, next: undefined };
}

function etag(version: number): string {
  return `"v${version}"`;
}
