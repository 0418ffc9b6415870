import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { SearchBox } from "@/routes/(desk)/(_components)/SearchBox.tsx";

Deno.test("the search is a labelled form that works without a script, and that no browser remembers", () => {
  const html = renderToString(<SearchBox label="Find a patient" placeholder="Name" button="Search" />);
  assert.match(html, /<form[^>]* role="search" method="get" action="\/patients">/);
  assert.match(html, /<label[^>]* for="search">Find a patient<\/label><input id="search" name="q"/);
  assert.match(html, /autocomplete="off"/);
  assert.match(html, /<button[^>]* type="submit">.*Search/);
});
