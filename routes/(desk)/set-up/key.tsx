import { page } from "fresh";
import { getKeyLocation } from "@/clinic/view_key_location.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { KeyCopy } from "./(_components)/KeyCopy.tsx";
import { LanguageSwitch } from "@/routes/(_shared)/words/LanguageSwitch.tsx";
import { SetUpStep } from "@/routes/(_shared)/ui/SetUpStep.tsx";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";

/** The last step of setting up; it can be read again at any time. */
export const handler = defineDesk.handlers({
  GET: async ({ state: { scope } }) => page({ place: await getKeyLocation(scope) }),
});

export default defineDesk.page<typeof handler>(({ data: { place }, state: { language, words } }) => {
  const t = words.setUp.key;
  return (
    <>
      <Title words={words} text={t.title} />
      <SetUpStep words={words} step={3} />
      <h1>{t.title}</h1>
      <KeyCopy words={words} place={place} />
      <p>
        <Action href="/" label={t.done} />
      </p>
      <LanguageSwitch language={language} next="/set-up/key" />
    </>
  );
});
