import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { BarChart } from "@/routes/(desk)/(_components)/BarChart.tsx";
import { bars, times } from "@/tests/support/console/pieces.tsx";

Deno.test("the bars are one picture with a name, and the same figures stand in a table", () => {
  const html = renderToString(bars);
  assert.match(html, /<svg[^>]* role="img"[^>]* aria-label="&lt;img/);
  assert.equal(times(html, "<rect"), 2);
  assert.match(html, /<rect class="today"[^>]* height="0"/);
  assert.match(html, /<th scope="row">2 November<\/th><td class="num">0<\/td>/);
});

Deno.test("bars without any visit are all flat", () => {
  const none = (
    <BarChart
      caption="c"
      bars={[{ day: "1", short: "1", count: 0 }]}
      labels={{ table: "t", day: "d", count: "n" }}
    />
  );
  assert.match(renderToString(none), /<rect[^>]* height="0"/);
});
