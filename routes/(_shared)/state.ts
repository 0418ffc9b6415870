import type { Scope } from "@/clinic/clinic.ts";
import type { RequestInfo } from "./request_info.ts";
import type { Person } from "@/clinic/staff/person.ts";
import type { Language, Words } from "./words/words.ts";

/** The session that a page is made for. */
export interface CurrentSession {
  /** When it ends unless there is another request. */
  readonly endsAt: Date;
  /** What its forms carry. */
  readonly formToken: string;
  /** The cookie's next token, where it is time for one. */
  readonly renewed: string | undefined;
}

/** What the middleware puts beside every request of the console. */
export interface State {
  readonly info: RequestInfo;
  readonly scope: Scope;
  /** Who is signed in; null before. */
  readonly person: Person | null;
  /** Their session; null before. */
  readonly session: CurrentSession | null;
  readonly language: Language;
  /** All that pages say, in that language. */
  readonly words: Words;
}
