import assert from "node:assert/strict";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { BarChart } from "@/routes/(desk)/(_components)/BarChart.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DateField } from "@/routes/(_shared)/forms/DateField.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { Disclosure } from "@/routes/(_shared)/ui/Disclosure.tsx";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { Frame, type FrameItem } from "@/routes/(desk)/(_components)/Frame.tsx";
import { Icon } from "@/routes/(_shared)/ui/Icon.tsx";
import { iconShapes } from "@/routes/(_shared)/ui/icon_shapes.ts";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Pager } from "@/routes/(_shared)/ui/Pager.tsx";
import { Barcode } from "@/routes/(desk)/patients/[id]/(_components)/Barcode.tsx";
import { PatientCard } from "@/routes/(desk)/patients/[id]/(_components)/PatientCard.tsx";
import { PatientLabel } from "@/routes/(desk)/patients/[id]/(_components)/PatientLabel.tsx";
import { Radios } from "@/routes/(_shared)/forms/Radios.tsx";
import { SearchBox } from "@/routes/(desk)/(_components)/SearchBox.tsx";
import { Select } from "@/routes/(_shared)/forms/Select.tsx";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { TextArea } from "@/routes/(_shared)/forms/TextArea.tsx";

const EVIL = `<img src=x onerror="alert(1)">'&`;
const WORDS = { name: "f", label: EVIL, hint: EVIL, problems: [{ field: "f", message: EVIL }] };
const CHOICES = [{ value: EVIL, label: EVIL }, { value: "b", label: "B" }];
const PAGES: FrameItem[] = [
  { href: "/", label: "Home", icon: "house" },
  { href: "/patients", label: EVIL, icon: "users" },
];
const SEARCH = { label: EVIL, placeholder: EVIL, button: EVIL, value: EVIL };

const frame = (path: string) => (
  <Frame
    items={PAGES}
    path={path}
    person={{ name: EVIL, role: EVIL }}
    menu={PAGES}
    search={SEARCH}
    labels={{ skip: EVIL, pages: EVIL, signOut: EVIL }}
    footer={EVIL}
  >
    {EVIL}
  </Frame>
);
const table = (
  <Table
    caption={EVIL}
    rows={[{ name: EVIL, age: 3 }]}
    keyOf={({ age }) => age}
    hrefOf={({ name }) => `/patients?q=${name}`}
    columns={[
      { head: "Name", cell: ({ name }) => name },
      { head: EVIL, cell: ({ age }) => age, numeric: true },
      { head: "Note", cell: () => null },
    ]}
  />
);
const bars = (
  <BarChart
    caption={EVIL}
    bars={[{ day: EVIL, short: EVIL, count: 4 }, { day: "2 November", short: "2", count: 0 }]}
    labels={{ table: EVIL, day: EVIL, count: EVIL }}
  />
);

/** Every piece, with hostile text wherever text goes. */
const PIECES: Readonly<Record<string, VNode>> = {
  Action: <Action href={EVIL} label={EVIL} icon="plus" />,
  Banner: <Banner tone="note">{EVIL}</Banner>,
  Bars: bars,
  Crumbs: <Crumbs href={EVIL} label={EVIL} />,
  DateField: <DateField {...WORDS} value="2026-11-23" max="2026-11-24" />,
  DefinitionList: (
    <DefinitionList
      items={[{ term: EVIL, detail: EVIL, change: { href: EVIL, label: EVIL, subject: EVIL } }]}
    />
  ),
  Disclosure: <Disclosure summary={EVIL} icon="ban" grave>{EVIL}</Disclosure>,
  Empty: <Empty title={EVIL} next={{ href: EVIL, label: EVIL }}>{EVIL}</Empty>,
  Frame: frame("/patients"),
  PageHead: (
    <PageHead title={EVIL} lead={EVIL} facts={[EVIL]} tags={<Tag tone="voided">{EVIL}</Tag>}>{EVIL}</PageHead>
  ),
  Pager: <Pager label={EVIL} place={EVIL} newer={{ href: EVIL, label: EVIL }} />,
  PatientCard: (
    <PatientCard
      fileNumber={EVIL}
      name={EVIL}
      facts={[{ term: EVIL, detail: EVIL }]}
      advice={EVIL}
      printed={EVIL}
    />
  ),
  PatientLabel: <PatientLabel fileNumber={EVIL} name={EVIL} line={EVIL} printed={EVIL} />,
  Barcode: <Barcode modules="1101" label={EVIL} maxMm={50} />,
  Radios: <Radios {...WORDS} options={CHOICES} value="b" />,
  SearchBox: <SearchBox {...SEARCH} />,
  Select: <Select {...WORDS} options={CHOICES} value="b" none={EVIL} />,
  Table: table,
  TextArea: <TextArea {...WORDS} value={EVIL} />,
};

for (const [name, piece] of Object.entries(PIECES)) {
  Deno.test(`${name} escapes all text, and holds no inline style and no script [S43]`, () => {
    const html = renderToString(piece);
    assert.match(html, /&lt;img/);
    assert.doesNotMatch(html, /<img|<script|\sstyle=|\son\w+="/);
  });
}

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

Deno.test("a table has a caption and headings with their scope, and cells know their heading on a phone", () => {
  const html = renderToString(table);
  assert.match(html, /<table[^>]*role="table"><caption *>&lt;img/);
  assert.equal(times(html, 'scope="col"'), 3);
  assert.match(html, /<th scope="row"[^>]*><a href="[^"]*">&lt;img/);
  assert.match(html, /<td[^>]* data-label="&lt;img[^"]*" class="num">3<\/td>/);
  assert.match(html, /<td[^>]* data-label="Note"[^>]*><\/td>/);
});

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

Deno.test("the search is a labelled form that works without a script, and that no browser remembers", () => {
  const html = renderToString(<SearchBox label="Find a patient" placeholder="Name" button="Search" />);
  assert.match(html, /<form[^>]* role="search" method="get" action="\/patients">/);
  assert.match(html, /<label[^>]* for="search">Find a patient<\/label><input id="search" name="q"/);
  assert.match(html, /autocomplete="off"/);
  assert.match(html, /<button[^>]* type="submit">.*Search/);
});

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

Deno.test("what was just done is read out; what stands on the page is not", () => {
  assert.match(renderToString(<Banner tone="done">Saved.</Banner>), /role="status"/);
  assert.doesNotMatch(renderToString(<Banner tone="danger">Voided.</Banner>), /role=/);
});

Deno.test("the icons are Lucide's own drawings, and screen readers pass them over", async () => {
  const drawings: string = "lucide-static/icon-nodes.json";
  const { default: nodes } = await import(drawings, { with: { type: "json" } });
  for (const [name, shapes] of Object.entries(iconShapes)) assert.deepEqual(shapes, nodes[name], name);
  const html = renderToString(<Icon name="search" />);
  assert.match(html, /^<svg[^>]* aria-hidden="true"><path d="m21 21-4.34-4.34"><\/path><circle cx="11"/);
});

function times(html: string, part: string): number {
  return html.split(part).length - 1;
}
