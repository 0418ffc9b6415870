import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";

Deno.test("what was just done is read out; what stands on the page is not", () => {
  assert.match(renderToString(<Banner tone="done">Saved.</Banner>), /role="status"/);
  assert.doesNotMatch(renderToString(<Banner tone="danger">Voided.</Banner>), /role=/);
});
