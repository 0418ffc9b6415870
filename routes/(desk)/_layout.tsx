import ThemeSwitch from "../../islands/ThemeSwitch.tsx";
import { define } from "../(_shared)/define.ts";
import { LanguageSwitch } from "../(_shared)/LanguageSwitch.tsx";
import { Masthead } from "../(_shared)/Masthead.tsx";

/** The frame of all pages for those who are signed in. */
export default define.layout(({ Component, state: { person, language, words }, url }) => (
  <div class="desk">
    <a class="skip" href="#content">{words.common.skip}</a>
    {person && <Masthead words={words} person={person} path={url.pathname} />}
    <main id="content" tabIndex={-1}>
      <Component />
    </main>
    <footer>
      <ThemeSwitch labels={words.common.theme} />
      <LanguageSwitch language={language} next={url.pathname + url.search} />
      <a href="/api/docs/">{words.common.apiReference}</a>
    </footer>
  </div>
));
