import { endonyms, type Language } from "./words/words.ts";

/** A button that names the other language in that language, for those who cannot read this one. `next` is where they are. */
export function LanguageSwitch({ language, next }: { language: Language; next: string }) {
  const other = language === "en" ? "st" : "en";
  return (
    <form class="language" method="post" action="/language">
      <input type="hidden" name="next" value={next} />
      <button class="button plain" type="submit" name="language" value={other} lang={other}>
        {endonyms[other]}
      </button>
    </form>
  );
}
