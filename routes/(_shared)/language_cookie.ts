import type { RequestInfo } from "./request_info.ts";
import { isLanguage, type Language } from "./words/words.ts";

/** The cookie that keeps the language chosen by whoever is not signed in. It says nothing about them. */
export function languageCookie({ https }: RequestInfo, language: Language): string {
  return `lang=${language}; Path=/; Max-Age=${A_YEAR}; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
}

const A_YEAR = 31_536_000; // seconds

/** The language chosen on this device; null where none was. */
export function rememberedLanguage(headers: Headers): Language | null {
  const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  const kept = pairs.find(([name]) => name === "lang")?.[1];
  return isLanguage(kept) ? kept : null;
}
