import { Buffer } from "node:buffer";

/** A file or folder as `deno compile` lists it. A file's ranges are [offset, length] in the data block. */
export type Entry =
  | { Dir: { n: string; e: Entry[] } }
  | { File: { n: string; o: Range; m?: Range; x?: boolean } }
  | { Symlink: { n: string; p: string[] } };
type Range = [offset: number, length: number];

/** What `deno compile` embedded in an executable. */
export interface Embedded {
  readonly metadata: Metadata;
  readonly tree: readonly Entry[];
  /** The bytes of all files, one after another. */
  readonly data: Uint8Array;
}

/** The part of the embedded settings that starting the program needs. */
export interface Metadata {
  entrypoint_key: string;
  permissions: Record<string, string[] | boolean | null>;
  workspace_resolver: { import_map: { specifier: string; json: string } | null };
}

/**
 * Finds and reads the embedded section of an executable made by `deno compile` (layout of Deno 2.9): a marker, sized
 * settings, the npm resolution, tables of remote modules, the file tree, the files' bytes, the marker again.
 *
 * @throws when there is no such section, or it does not end with the marker
 */
export function readEmbedded(executable: Uint8Array<ArrayBuffer>): Embedded {
  const reader = new Reader(executable, findSection(executable) + MARKER.length);
  const metadata: Metadata = JSON.parse(reader.sizedText());
  reader.sized(); // the npm resolution
  skipSpecifiers(reader);
  skipRedirects(reader);
  skipRemoteModules(reader);
  const tree: Entry[] = JSON.parse(reader.sizedText());
  const data = reader.sized();
  if (reader.text(MARKER.length) !== MARKER) {
    throw new Error("the embedded section does not end with its marker");
  }
  return { metadata, tree, data };
}

const MARKER = "d3n0l4nd";

/** The marker also occurs in Deno's own code, so the right one is the last that settings (an object) follow. */
function findSection(executable: Uint8Array<ArrayBuffer>): number {
  const bytes = Buffer.from(executable.buffer, executable.byteOffset, executable.byteLength);
  let at = bytes.lastIndexOf(MARKER);
  while (at >= 0 && !isBeforeSettings(executable, at)) at = at === 0 ? -1 : bytes.lastIndexOf(MARKER, at - 1);
  if (at < 0) throw new Error("nothing is embedded in this executable");
  return at;
}

function isBeforeSettings(executable: Uint8Array<ArrayBuffer>, at: number): boolean {
  if (at + MARKER.length + 8 > executable.length) return false;
  const reader = new Reader(executable, at + MARKER.length);
  const length = reader.u64();
  return length > 1 && reader.at + length <= executable.length && reader.text(1) === "{";
}

function skipSpecifiers(reader: Reader): void {
  for (let left = reader.u32(); left > 0; left--) {
    reader.take(reader.u32());
    reader.u32(); // its number
  }
}

function skipRedirects(reader: Reader): void {
  reader.take(reader.u32() * 8);
}

function skipRemoteModules(reader: Reader): void {
  for (let left = reader.u32(); left > 0; left--) {
    reader.take(4 + 1); // specifier, media type
    reader.take(reader.u32());
    const flags = reader.u8();
    for (const flag of [1, 2, 4]) if (flags & flag) reader.take(reader.u32());
  }
}

/** Reads little-endian numbers and sized parts one after another. */
class Reader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #view: DataView;
  at: number;

  constructor(bytes: Uint8Array<ArrayBuffer>, at: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  take(length: number): Uint8Array {
    this.at += length;
    return this.#bytes.subarray(this.at - length, this.at);
  }

  text(length: number): string {
    return new TextDecoder().decode(this.take(length));
  }

  sized(): Uint8Array {
    return this.take(this.u64());
  }

  sizedText(): string {
    return this.text(this.u64());
  }

  u8(): number {
    return this.#view.getUint8(this.#skip(1));
  }

  u32(): number {
    return this.#view.getUint32(this.#skip(4), true);
  }

  u64(): number {
    return Number(this.#view.getBigUint64(this.#skip(8), true));
  }

  #skip(length: number): number {
    this.at += length;
    return this.at - length;
  }
}
