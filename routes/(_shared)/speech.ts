import type { Person } from "@/clinic/staff/person.ts";
import { keptLanguage } from "./language_cookie.ts";
import type { State } from "./state.ts";
import { languageOf, wordsOf } from "./words/words.ts";

/** The language to answer in: the account's, else the one kept on this device, else the browser's. And its words. */
export function speech(headers: Headers, person: Person | null | undefined): Speech {
  const chosen = person?.language ?? keptLanguage(headers);
  const language = languageOf(headers.get("accept-language"), chosen);
  return { language, words: wordsOf(language) };
}

type Speech = Pick<State, "language" | "words">;

/** For error pages: what was refused before the middleware has no words yet. */
export function mustSpeak({ req, state }: { readonly req: Request; readonly state: State }): void {
  Object.assign(state, speech(req.headers, state.person));
}
