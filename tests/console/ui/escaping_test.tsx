import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { PIECES } from "@/tests/support/console/pieces.tsx";

for (const [name, piece] of Object.entries(PIECES)) {
  Deno.test(`${name} escapes all text, and holds no inline style and no script [S43]`, () => {
    const html = renderToString(piece);
    assert.match(html, /&lt;img/);
    assert.doesNotMatch(html, /<img|<script|\sstyle=|\son\w+="/);
  });
}
