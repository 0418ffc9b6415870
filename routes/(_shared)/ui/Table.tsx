import type { ComponentChildren } from "preact";

export interface Column<Row> {
  readonly head: string;
  /** What the row shows here; where it is empty, the card on a phone leaves the line out. */
  readonly cell: (row: Row) => ComponentChildren;
  /** Figures, set to the right. */
  readonly numeric?: boolean;
}

export interface TableProps<Row> {
  readonly caption: string;
  /** For screen readers only, where a heading says the same already. */
  readonly captionUnseen?: boolean;
  /** The first names the row, and holds its link. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Where the row leads, if anywhere. */
  readonly hrefOf?: (row: Row) => string;
}

/**
 * A table; on a phone a card for each row. The roles are written out because browsers drop them where styles turn rows
 * and cells into blocks.
 */
export function Table<Row>(
  { caption, captionUnseen = false, columns, rows, keyOf, hrefOf }: TableProps<Row>,
) {
  return (
    <table class="table" role="table">
      <caption class={captionUnseen ? "unseen" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, numeric }) => (
            <th key={head} scope="col" role="columnheader" class={numeric ? "num" : undefined}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map((column, index) =>
              index === 0
                ? <Name key={column.head} column={column} row={row} href={hrefOf?.(row)} />
                : <Cell key={column.head} column={column} row={row} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Name<Row>({ column, row, href }: { column: Column<Row>; row: Row; href?: string }) {
  const content = column.cell(row);
  return (
    <th scope="row" role="rowheader">
      {href === undefined ? content : <a href={href}>{content}</a>}
    </th>
  );
}

function Cell<Row>({ column: { head, cell, numeric }, row }: { column: Column<Row>; row: Row }) {
  return <td role="cell" data-label={head} class={numeric ? "num" : undefined}>{cell(row)}</td>;
}
