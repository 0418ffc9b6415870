import { page } from "fresh";
import { whereTheKeyIs } from "@/clinic/key_place.ts";
import { define } from "@/routes/(_shared)/define.ts";
import { KeyCopy } from "./(_components)/KeyCopy.tsx";
import { LanguageSwitch } from "@/routes/(_shared)/LanguageSwitch.tsx";
import { SetUpStep } from "@/routes/(_shared)/SetUpStep.tsx";
import { Title } from "@/routes/(_shared)/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";

/** The last step of setting up: nothing is kept of its having been read, and it can be read again. */
export const handler = define.handlers({
  GET: async ({ state: { scope } }) => page({ place: await whereTheKeyIs(scope) }),
});

export default define.page<typeof handler>(({ data: { place }, state: { language, words } }) => {
  const said = words.door.key;
  return (
    <>
      <Title words={words} of={said.title} />
      <SetUpStep words={words} step={3} />
      <h1>{said.title}</h1>
      <KeyCopy words={words} place={place} />
      <p>
        <Action href="/" label={said.done} />
      </p>
      <LanguageSwitch language={language} next="/set-up/key" />
    </>
  );
});
