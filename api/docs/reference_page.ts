import { html, raw } from "hono/html";
import { type Markup, page } from "./page.ts";

/** The reference: a short introduction, then every endpoint to read and to try. */
export function referencePage(version: string): Promise<string> {
  return page({ title: "Reference", section: "reference", version, head: head(), content: content() });
}

function head(): Markup {
  return html`
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
    <link rel="stylesheet" href="/api/docs/reference.css">
    <script src="/api/docs/swagger-ui.js" defer></script>
    <script src="/api/docs/reference.js" defer></script>
  `;
}

/** Without a `main`: the list of endpoints has its own. */
function content(): Markup {
  return html`
    <section aria-label="Introduction">
      <h1>Reference</h1>
      <p
        class="lead">The clinic's program as JSON over HTTP. Each endpoint below says who may use it, what it takes and what
        it answers.</p>
      ${signIn()}
      <div class="cards">${lists()} ${errors()} ${changes()}</div>
      <h2 id="endpoints">Endpoints</h2>
      <p
        class="note">“Try it out” sends real requests to <span class="origin">this clinic</span>: what you change there is
        changed. Sign in first with <code>POST /api/auth/login/</code>, then give the access token to “Authorize”; it is
        forgotten when this page is closed.</p>
    </section>
    <div id="reference">
      <p class="note">The list of endpoints needs JavaScript. Without it, read the
      <a href="/api/openapi.json">OpenAPI document</a>.</p>
    </div>
  `;
}

function signIn(): Markup {
  return html`
    <section class="sign-in" aria-labelledby="sign-in">
      <h2 id="sign-in">Signing in, in two lines</h2>
      <pre tabindex="0"><code>${LOGIN}${LIST}</code></pre>
      <p>The access token is valid for 15 minutes. The answer also holds a refresh token, valid for a day:
        <code>POST /api/auth/refresh/</code> turns it into a new access token.</p>
    </section>
  `;
}

const ORIGIN = html`<span class="origin">https://your-clinic.example</span>`; // the script puts the real one in
const NAME_AND_PASSWORD = '{"username":"doctor1","password":"password123"}';
const LOGIN = html`TOKEN=$(curl -s ${ORIGIN}/api/auth/login/ -H 'Content-Type: application/json' -d '${
  raw(NAME_AND_PASSWORD)
}' | cut -d'"' -f4)${"\n"}`;
const LIST = html`curl -s ${ORIGIN}/api/patients/ -H "Authorization: Bearer $TOKEN"`;

function lists(): Markup {
  return html`
    <section class="card">
      <h3>Long lists</h3>
      <p>A list is a plain array of everything; a search returns the best 200 at most. With <code>?limit=50</code> a list comes
        in pages: follow the header <code>Link: &lt;…&gt;; rel="next"</code> until there is none. <code>X-Total-Count</code> is the
        total number.</p>
    </section>
  `;
}

function errors(): Markup {
  return html`
    <section class="card">
      <h3>Errors</h3>
      <p>An error is <code>application/problem+json</code> with a <code>code</code> that never changes, and
        <code>errors</code> for the wrong fields. <a href="/api/docs/errors">Every code</a> has a page that says
        what to do.</p>
    </section>
  `;
}

function changes(): Markup {
  return html`
    <section class="card">
      <h3>Changing safely</h3>
      <p>A record comes with an <code>ETag</code> such as <code>"v3"</code>. Send it back as <code>If-Match</code> with
        your change: if somebody else has changed it first, the answer is 412 and nothing is lost.</p>
    </section>
  `;
}
