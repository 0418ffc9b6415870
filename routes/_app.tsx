import { asset } from "fresh/runtime";
import { define } from "./(_shared)/define.ts";

/** The document. theme.js runs before the first paint, and only for those who are signed in: signing in needs no script. */
export default define.layout(({ Component, state }) => (
  <html lang={state.language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>DOVMS</title>
      <link rel="icon" type="image/svg+xml" href={asset("/icon.svg")} />
      <link rel="stylesheet" href={asset("/styles.css")} />
      {state.visitor && <script src={asset("/theme.js")}></script>}
    </head>
    <body>
      <Component />
    </body>
  </html>
));
