import type { SignedInPerson } from "@/clinic/staff/signed_in_person.ts";
import { rememberedLanguage } from "./language_cookie.ts";
import type { State } from "@/routes/(_shared)/state.ts";
import { chooseLanguage, wordsOf } from "./words.ts";

/** The language to answer in (of the account, else of this device, else of the browser) and its words. */
export function localize(headers: Headers, person: SignedInPerson | null | undefined): Localization {
  const chosen = person?.language ?? rememberedLanguage(headers);
  const language = chooseLanguage(headers.get("accept-language"), chosen);
  return { language, words: wordsOf(language) };
}

type Localization = Pick<State, "language" | "words">;

/** For error pages: a request that was refused before the middleware has no words yet. */
export function localizeErrorPage({ req, state }: { readonly req: Request; readonly state: State }): void {
  Object.assign(state, localize(req.headers, state.visitor?.person));
}
