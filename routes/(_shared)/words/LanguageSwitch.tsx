import { endonyms, type Language } from "./words.ts";
import { PostForm } from "@/routes/(_shared)/forms/PostForm.tsx";

/** A button that names the other language in that language, for those who cannot read this one. `next` is the page to return to. */
export function LanguageSwitch({ language, next }: { language: Language; next: string }) {
  const other = language === "en" ? "st" : "en";
  return (
    <PostForm class="language" action="/language">
      <input type="hidden" name="next" value={next} />
      <button class="button plain" type="submit" name="language" value={other} lang={other}>
        {endonyms[other]}
      </button>
    </PostForm>
  );
}
