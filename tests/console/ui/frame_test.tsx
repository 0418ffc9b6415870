import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Frame } from "@/routes/(desk)/(_components)/Frame.tsx";
import { frame } from "@/tests/support/console/pieces.tsx";

Deno.test("the frame marks where one is, names its parts, and signs out by a form", () => {
  const html = renderToString(frame("/patients"));
  assert.match(html, /^<div class="desk"><a class="skip" href="#content">/);
  assert.match(html, /<main id="content" tabindex="-1">/);
  assert.match(html, /<nav class="pages" aria-label="/);
  assert.deepEqual(html.match(/href="[^"]*" aria-current="\w+"/g), ['href="/patients" aria-current="page"']);
  assert.match(html, /<form method="post" action="\/sign-out"><button type="submit">/);
  assert.match(renderToString(frame("/patients/1")), /href="\/patients" aria-current="true"/);
  assert.doesNotMatch(renderToString(frame("/patientship")), /aria-current/);
});

Deno.test("with nowhere to go the frame still signs out, and has no empty list of pages", () => {
  const html = renderToString(
    <Frame
      items={[]}
      path="/password"
      person={{ name: "Palesa Mokoena", role: "Nurse" }}
      menu={[]}
      labels={{ skip: "Skip", pages: "Pages", signOut: "Sign out" }}
    >
      <p>Choose a password.</p>
    </Frame>,
  );
  assert.match(html, /action="\/sign-out"/);
  assert.doesNotMatch(html, /<nav|role="search"|<footer/);
});
