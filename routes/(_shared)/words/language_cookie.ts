import { parse, serialize } from "hono/utils/cookie";
import type { RequestInfo } from "@/routes/(_shared)/http/request_info.ts";
import { isLanguage, type Language } from "./words.ts";

const NAME = "lang";
const YEAR_S = 31_536_000;

/** The Set-Cookie header that remembers the language chosen before signing in. It says nothing else of anybody. */
export function languageCookie({ https }: RequestInfo, language: Language): string {
  return serialize(NAME, language, {
    maxAge: YEAR_S,
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: https,
  });
}

/** The language chosen on this device; null where none was. */
export function rememberedLanguage(headers: Headers): Language | null {
  const language = parse(headers.get("cookie") ?? "", NAME)[NAME];
  return isLanguage(language) ? language : null;
}
