import ThemeSwitch from "../../islands/ThemeSwitch.tsx";
import { define } from "../(_shared)/define.ts";
import { Masthead } from "../(_shared)/Masthead.tsx";

/** The frame of all pages for those who are signed in. */
export default define.layout(({ Component, state: { person }, url }) => (
  <div class="desk">
    <a class="skip" href="#content">Skip to the content</a>
    {person && <Masthead person={person} path={url.pathname} />}
    <main id="content" tabIndex={-1}>
      <Component />
    </main>
    <footer>
      <ThemeSwitch />
      <a href="/api/docs/">API reference</a>
    </footer>
  </div>
));
