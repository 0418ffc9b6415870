import { type Context, HttpError } from "fresh";
import { isFormToken } from "@/clinic/access/console_sessions.ts";
import { BodyTooLarge, readBoundedBody } from "@/http/bounded_body.ts";
import type { State } from "@/routes/(_shared)/state.ts";

const MAX_BYTES = 64 * 1024;
const CONTENT_TYPE = "application/x-www-form-urlencoded";
/** The field in which a form carries its session's token. */
export const TOKEN_FIELD = "form_token";

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

  /** All that was filled in, in its order. */
  get entries(): [name: string, value: string][] {
    return [...this.#fields].filter(([name]) => name !== TOKEN_FIELD);
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

/** A form that was not made for the session that sends it: from another site, or from before signing in again. */
export class FormOfAnotherSession extends Error {}

/**
 * Reads a form of somebody who is signed in. That it comes from this site csrf() has seen; the token holds where a browser's
 * word for that does not.
 * @throws FormOfAnotherSession @throws HttpError as readOpenForm
 */
export async function readForm({ req, state: { scope } }: Context<State>): Promise<Form> {
  const form = await readOpenForm(req);
  const { clinic, actor } = scope;
  if (!actor || !isFormToken(clinic, actor, form.text(TOKEN_FIELD))) throw new FormOfAnotherSession();
  return form;
}

/** Reads a form that needs nobody signed in. @throws HttpError 415 for any other type, 413 for more than 64 KiB */
export async function readOpenForm(request: Request): Promise<Form> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== CONTENT_TYPE) throw new HttpError(415, "Unsupported Media Type");
  return new Form(await readText(request));
}

async function readText(request: Request): Promise<string> {
  try {
    return new TextDecoder().decode(await readBoundedBody(request, MAX_BYTES));
  } catch (error) {
    throw error instanceof BodyTooLarge ? new HttpError(413, "Content Too Large") : error;
  }
}
