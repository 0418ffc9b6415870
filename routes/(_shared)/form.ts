import { HttpError } from "fresh";

const MOST_BYTES = 64 * 1024;
const TYPE = "application/x-www-form-urlencoded";

/** The fields of a form that was sent. */
export class Form {
  readonly #fields: URLSearchParams;

  constructor(encoded: string) {
    this.#fields = new URLSearchParams(encoded);
  }

  /** The form as it was sent. */
  get encoded(): string {
    return this.#fields.toString();
  }

  /** All its fields, in their order. */
  get entries(): [name: string, value: string][] {
    return [...this.#fields];
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** What was typed, without spaces around it (phones add one after a word); "" where nothing was. */
  text(name: string): string {
    return this.verbatim(name).trim();
  }

  /** What a button that says yes or no was. @throws HttpError 400 for anything else */
  yesOrNo(name: string): boolean {
    const chosen = this.text(name);
    if (chosen !== "yes" && chosen !== "no") throw new HttpError(400, "Bad Request");
    return chosen === "yes";
  }

  /** What was typed, to the letter: for passwords. */
  verbatim(name: string): string {
    return this.#fields.get(name) ?? "";
  }
}

/** Reads a form. @throws HttpError 415 for any other type, 413 for more than 64 KiB */
export async function readForm(request: Request): Promise<Form> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== TYPE) throw new HttpError(415, "Unsupported Media Type");
  return new Form(await boundedText(request));
}

async function boundedText({ body }: Request): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new HttpError(413, "Content Too Large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
