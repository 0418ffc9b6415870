import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { table, times } from "@/tests/support/console/pieces.tsx";

Deno.test("a table has a caption and headings with their scope, and cells know their heading on a phone", () => {
  const html = renderToString(table);
  assert.match(html, /<table[^>]*role="table"><caption *>&lt;img/);
  assert.equal(times(html, 'scope="col"'), 3);
  assert.match(html, /<th scope="row"[^>]*><a href="[^"]*">&lt;img/);
  assert.match(html, /<td[^>]* data-label="&lt;img[^"]*" class="num">3<\/td>/);
  assert.match(html, /<td[^>]* data-label="Note"[^>]*><\/td>/);
});
