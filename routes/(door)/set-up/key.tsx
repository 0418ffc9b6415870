import { page } from "fresh";
import { whereTheKeyIs } from "../../../clinic/key_place.ts";
import { define } from "../../(_shared)/define.ts";
import { KeyCopy } from "../../(_shared)/KeyCopy.tsx";
import { LanguageSwitch } from "../../(_shared)/LanguageSwitch.tsx";
import { SetUpStep } from "../../(_shared)/SetUpStep.tsx";
import { Title } from "../../(_shared)/Title.tsx";
import { Action } from "../../(_shared)/ui/Action.tsx";

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
