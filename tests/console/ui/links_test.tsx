import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { Pager } from "@/routes/(_shared)/ui/Pager.tsx";

Deno.test("a link to change something says what, and links between pages say which way they lead", () => {
  const change = { href: "/edit", label: "Change", subject: "phone number" };
  const list = <DefinitionList items={[{ term: "Phone", detail: "5812 4471", change }]} />;
  assert.match(renderToString(list), /<a href="\/edit">Change<span class="unseen">: phone number</);
  const both = (
    <Pager label="p" newer={{ href: "/n", label: "Newer" }} older={{ href: "/o", label: "Older" }} />
  );
  assert.match(renderToString(both), /rel="prev" href="\/n".*rel="next" href="\/o"/);
  assert.equal(renderToString(<Pager label="p" place="1–3 of 3" />), "");
});
