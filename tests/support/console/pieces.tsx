import type { VNode } from "preact";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { BarChart } from "@/routes/(desk)/(_components)/BarChart.tsx";
import { Crumbs } from "@/routes/(_shared)/ui/Crumbs.tsx";
import { DateField } from "@/routes/(_shared)/forms/DateField.tsx";
import { DefinitionList } from "@/routes/(_shared)/ui/DefinitionList.tsx";
import { Disclosure } from "@/routes/(_shared)/ui/Disclosure.tsx";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { Frame, type FrameItem } from "@/routes/(desk)/(_components)/Frame.tsx";
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

/** Text that would be markup, and would end an attribute, where it is not escaped. */
const HOSTILE_TEXT = `<img src=x onerror="alert(1)">'&`;
const WORDS = {
  name: "f",
  label: HOSTILE_TEXT,
  hint: HOSTILE_TEXT,
  problems: [{ field: "f", message: HOSTILE_TEXT }],
};
export const CHOICES = [{ value: HOSTILE_TEXT, label: HOSTILE_TEXT }, { value: "b", label: "B" }];
const PAGES: FrameItem[] = [
  { href: "/", label: "Home", icon: "house" },
  { href: "/patients", label: HOSTILE_TEXT, icon: "users" },
];
const SEARCH = { label: HOSTILE_TEXT, placeholder: HOSTILE_TEXT, button: HOSTILE_TEXT, value: HOSTILE_TEXT };

/** The frame around every page, at this path. */
export const frame = (path: string) => (
  <Frame
    items={PAGES}
    path={path}
    person={{ name: HOSTILE_TEXT, role: HOSTILE_TEXT }}
    menu={PAGES}
    search={SEARCH}
    labels={{ skip: HOSTILE_TEXT, pages: HOSTILE_TEXT, signOut: HOSTILE_TEXT }}
    footer={HOSTILE_TEXT}
  >
    {HOSTILE_TEXT}
  </Frame>
);
export const table = (
  <Table
    caption={HOSTILE_TEXT}
    rows={[{ name: HOSTILE_TEXT, age: 3 }]}
    keyOf={({ age }) => age}
    hrefOf={({ name }) => `/patients?q=${name}`}
    columns={[
      { head: "Name", cell: ({ name }) => name },
      { head: HOSTILE_TEXT, cell: ({ age }) => age, numeric: true },
      { head: "Note", cell: () => null },
    ]}
  />
);
export const bars = (
  <BarChart
    caption={HOSTILE_TEXT}
    bars={[{ day: HOSTILE_TEXT, short: HOSTILE_TEXT, count: 4 }, { day: "2 November", short: "2", count: 0 }]}
    labels={{ table: HOSTILE_TEXT, day: HOSTILE_TEXT, count: HOSTILE_TEXT }}
  />
);

/** Every piece, with hostile text wherever text goes. */
export const PIECES: Readonly<Record<string, VNode>> = {
  Action: <Action href={HOSTILE_TEXT} label={HOSTILE_TEXT} icon="plus" />,
  Banner: <Banner tone="note">{HOSTILE_TEXT}</Banner>,
  Bars: bars,
  Crumbs: <Crumbs href={HOSTILE_TEXT} label={HOSTILE_TEXT} />,
  DateField: <DateField {...WORDS} value="2026-11-23" max="2026-11-24" />,
  DefinitionList: (
    <DefinitionList
      items={[{
        term: HOSTILE_TEXT,
        detail: HOSTILE_TEXT,
        change: { href: HOSTILE_TEXT, label: HOSTILE_TEXT, subject: HOSTILE_TEXT },
      }]}
    />
  ),
  Disclosure: <Disclosure summary={HOSTILE_TEXT} icon="ban" grave>{HOSTILE_TEXT}</Disclosure>,
  Empty: <Empty title={HOSTILE_TEXT} next={{ href: HOSTILE_TEXT, label: HOSTILE_TEXT }}>{HOSTILE_TEXT}
  </Empty>,
  Frame: frame("/patients"),
  PageHead: (
    <PageHead
      title={HOSTILE_TEXT}
      lead={HOSTILE_TEXT}
      facts={[HOSTILE_TEXT]}
      tags={<Tag tone="voided">{HOSTILE_TEXT}</Tag>}
    >
      {HOSTILE_TEXT}
    </PageHead>
  ),
  Pager: (
    <Pager label={HOSTILE_TEXT} place={HOSTILE_TEXT} newer={{ href: HOSTILE_TEXT, label: HOSTILE_TEXT }} />
  ),
  PatientCard: (
    <PatientCard
      fileNumber={HOSTILE_TEXT}
      name={HOSTILE_TEXT}
      facts={[{ term: HOSTILE_TEXT, detail: HOSTILE_TEXT }]}
      advice={HOSTILE_TEXT}
      printed={HOSTILE_TEXT}
    />
  ),
  PatientLabel: (
    <PatientLabel fileNumber={HOSTILE_TEXT} name={HOSTILE_TEXT} line={HOSTILE_TEXT} printed={HOSTILE_TEXT} />
  ),
  Barcode: <Barcode modules="1101" label={HOSTILE_TEXT} maxMm={50} />,
  Radios: <Radios {...WORDS} options={CHOICES} value="b" />,
  SearchBox: <SearchBox {...SEARCH} />,
  Select: <Select {...WORDS} options={CHOICES} value="b" none={HOSTILE_TEXT} />,
  Table: table,
  TextArea: <TextArea {...WORDS} value={HOSTILE_TEXT} />,
};

/** How often the part is in the page. */
export function times(html: string, part: string): number {
  return html.split(part).length - 1;
}
