import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { Icon } from "@/routes/(_shared)/ui/Icon.tsx";
import { iconShapes } from "@/routes/(_shared)/ui/icon_shapes.ts";

Deno.test("the icons are Lucide's own drawings, and screen readers pass them over", async () => {
  const drawings: string = "lucide-static/icon-nodes.json";
  const { default: nodes } = await import(drawings, { with: { type: "json" } });
  for (const [name, shapes] of Object.entries(iconShapes)) assert.deepEqual(shapes, nodes[name], name);
  const html = renderToString(<Icon name="search" />);
  assert.match(html, /^<svg[^>]* aria-hidden="true"><path d="m21 21-4.34-4.34"><\/path><circle cx="11"/);
});
