import { type Context, HttpError } from "fresh";
import { isFormToken } from "@/clinic/access/console_sessions.ts";
import { BodyTooLarge, readBoundedBody } from "@/http/bounded_body.ts";
import type { State } from "@/routes/(_shared)/state.ts";

const MAX_BYTES = 64 * 1024;
const CONTENT_TYPE = "application/x-www-form-urlencoded";
/** The field that holds the token of the session that the form was made for. */
export const TOKEN_FIELD = "form_token";

// This folder is everything that forms are made of: their fields, reading and checking what was sent, and showing what is wrong.

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

  /** Name and value of every field but the token, in their order. */
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

  /** The value of a button that says yes or no. @throws HttpError 400 for anything else */
  yesOrNo(name: string): boolean {
    const chosen = this.text(name);
    if (chosen !== "yes" && chosen !== "no") throw new HttpError(400, "Bad Request");
    return chosen === "yes";
  }

  /** Exactly what was typed: for passwords. */
  verbatim(name: string): string {
    return this.#fields.get(name) ?? "";
  }
}

/** The form was not made for the session that sends it: it comes from another site, or from before signing in again. */
export class FormOfAnotherSession extends Error {}

/**
 * Reads a form of somebody who is signed in. csrf() has checked by the browser's headers that it comes from this site; the
 * token is a second check that does not depend on them.
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
