import assert from "node:assert/strict";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { Select } from "@/routes/(_shared)/forms/Select.tsx";
import { TextArea } from "@/routes/(_shared)/forms/TextArea.tsx";
import { CHOICES, PIECES, times } from "@/tests/support/console/pieces.tsx";

const FIELDS: [name: string, piece: VNode, tied: RegExp, label: RegExp][] = [
  ["DateField", PIECES.DateField!, /<input[^>]* id="f"[^>]* type="date"/, /<label for="f">/],
  ["Radios", PIECES.Radios!, /<fieldset[^>]* role="radiogroup"/, /<legend>/],
  ["Select", PIECES.Select!, /<select[^>]* id="f"/, /<label for="f">/],
  ["TextArea", PIECES.TextArea!, /<textarea[^>]* id="f"/, /<label for="f">/],
];

for (const [name, piece, input, label] of FIELDS) {
  Deno.test(`${name} is labelled, and tied to its hint and to what is wrong`, () => {
    const html = renderToString(piece);
    assert.match(html, label);
    const [tag = ""] = html.match(new RegExp(`${input.source}[^>]*>`)) ?? [];
    assert.match(tag, /aria-describedby="f-hint f-problem"/);
    assert.match(tag, /aria-invalid="true"/);
    for (const id of ["f-hint", "f-problem", "f"]) assert.equal(times(html, ` id="${id}"`), 1, id);
  });
}

Deno.test("a field that is as it should be says nothing of being wrong", () => {
  const html = renderToString(
    <TextArea name="f" label="Notes" problems={[{ field: "g", message: "No." }]} />,
  );
  assert.doesNotMatch(html, /aria-|wrong|problem/);
});

Deno.test("what was chosen is sent back chosen, and nothing else is", () => {
  assert.match(renderToString(PIECES.Select!), /<option[^>]+value="b"[^>]* selected[^>]*>B/);
  assert.equal(times(renderToString(PIECES.Select!), " selected"), 1);
  assert.match(renderToString(PIECES.Radios!), /<input[^>]* value="b" checked/);
  assert.equal(times(renderToString(PIECES.Radios!), " checked"), 1);
  const none = <Select name="f" label="Department" none="Choose one" options={CHOICES} problems={[]} />;
  assert.match(renderToString(none), /<option[^>]+value=""[^>]* selected[^>]*>Choose one/);
});

const TYPED = " Walks with a stick.\n  Deaf in one ear.";

Deno.test("a text area shows what was typed, line by line", () => {
  const html = renderToString(<TextArea name="f" label="Notes" value={TYPED} problems={[]} />);
  assert.ok(html.endsWith(`>${TYPED}</textarea></div>`), html);
});
