import type { Listing } from "@/clinic/listing.ts";

/**
 * What an endpoint answers: a JSON body, or a list that may be long. The functions below make one each; their types let
 * an endpoint answer only what its schema declares.
 */
export type Answer = PlainAnswer | List;

interface PlainAnswer {
  readonly status: 200 | 201 | 204;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

interface List {
  readonly items: unknown[] | AsyncIterable<unknown[]>;
  readonly total: number;
  /** The opaque cursor of the next page; undefined at the end. */
  readonly next: string | undefined;
}

/** An answer with one JSON value. */
export interface JsonAnswer<Status extends 200 | 201, Body, Keys = KeyPaths<Body>> extends PlainAnswer {
  readonly status: Status;
  readonly body: Body;
  readonly [keys]?: (key: Keys) => Keys;
}

/** An answer with an array of items. */
export interface ListAnswer<Item, Keys = KeyPaths<Item>> extends List {
  readonly items: Item[] | AsyncIterable<Item[]>;
  readonly [keys]?: (key: Keys) => Keys;
}

/** An answer without a body. */
export interface EmptyAnswer extends PlainAnswer {
  readonly status: 204;
  readonly body?: undefined;
}

/**
 * Never set. It makes answer and schema agree on all keys, optional ones too: structural typing alone would let a key too
 * many pass, and a declared one that is never answered.
 */
declare const keys: unique symbol;

/** The keys of a value and of what it holds, as paths: `"voided" | "voided.at"`. */
export type KeyPaths<Value> = Value extends readonly (infer Item)[] ? KeyPaths<Item>
  : Value extends object
    ? { [Key in keyof Value & string]-?: Key | `${Key}.${KeyPaths<Value[Key]>}` }[keyof Value & string]
  : never;

/** A new record: where it is, and its first version as ETag. */
export function created<Body>(location: string, version: number, body: Body): JsonAnswer<201, Body> {
  return { status: 201, body, headers: { Location: location, ETag: etag(version) } };
}

/** A record was changed: its new version is the ETag. */
export function changed<Body>(version: number, body: Body): JsonAnswer<200, Body> {
  return { status: 200, body, headers: { ETag: etag(version) } };
}

/** One record, its version as ETag. */
export function record<Body>({ version, view }: { version: number; view: Body }): JsonAnswer<200, Body> {
  return { status: 200, body: view, headers: { ETag: etag(version) } };
}

/** Anything else that has a body. */
export function ok<Body>(body: Body): JsonAnswer<200, Body> {
  return { status: 200, body };
}

export const noContent: EmptyAnswer = { status: 204 };

/** One page of a list, or all of it; `cursorOf` makes the cursor of the next page out of its key. */
export function list<Item, Key>(
  { items, total, next }: Listing<Item, Key>,
  cursorOf: (key: Key) => string,
): ListAnswer<Item> {
  return { items, total, next: next === undefined ? undefined : cursorOf(next) };
}

/** A list that is never long: it has no pages. */
export function wholeList<Item>(items: Item[]): ListAnswer<Item> {
  return { items, total: items.length, next: undefined };
}

function etag(version: number): string {
  return `"v${version}"`;
}
