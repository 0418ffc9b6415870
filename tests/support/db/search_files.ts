import { Buffer } from "node:buffer";
import { filesIn } from "./files.ts";

/** Where and how a text was found. */
export interface Finding {
  readonly file: string;
  readonly text: string;
  readonly spelling: string;
}

/** Looks through the bytes of every file of a folder, and of the folders in it, for texts in any likely spelling. */
export async function searchFolder(folder: string, texts: readonly string[]): Promise<Finding[]> {
  const files = await filesIn(folder);
  return files.flatMap(({ name, bytes }) =>
    search(bytes, texts).map((finding) => ({ file: name, ...finding }))
  );
}

function search(bytes: Uint8Array, texts: readonly string[]): Omit<Finding, "file">[] {
  const folded = lowerCased(bytes);
  return texts.flatMap((text) =>
    spellings(text.toLowerCase()).filter(([, needle]) => folded.includes(needle))
      .concat(encodings(text).filter(([, needle]) => Buffer.from(bytes).includes(needle)))
      .map(([spelling]) => ({ text, spelling }))
  );
}

/** As bytes, searched without regard to case: UTF-8 and both kinds of UTF-16. */
function spellings(text: string): [string, Buffer][] {
  const utf16 = Buffer.from(text, "utf16le");
  return [
    ["UTF-8", Buffer.from(text)],
    ["UTF-16LE", utf16],
    ["UTF-16BE", Buffer.from(utf16).swap16()],
  ];
}

/** In hexadecimal, and in base64 as it stands inside a longer text, whichever of the three ways it falls. */
function encodings(text: string): [string, Buffer][] {
  return [text, text.toLowerCase()].flatMap((spelled) => [
    ["hexadecimal", Buffer.from(Buffer.from(spelled).toString("hex"))],
    ...[0, 1, 2].map((shift): [string, Buffer] => ["base64", Buffer.from(middleOfBase64(spelled, shift))]),
  ]);
}

function middleOfBase64(text: string, shift: number): string {
  const bytes = Buffer.from(text);
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replace(/=+$/, "");
  const from = [0, 2, 3][shift]!; // letters that the bytes before have a part in
  const to = (shift + bytes.length) % 3 === 0 ? whole.length : whole.length - 1; // and those after
  return whole.slice(from, to);
}

/** ASCII letters in lower case, all other bytes as they are. */
function lowerCased(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes).map((byte) => byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte) as Buffer;
}
