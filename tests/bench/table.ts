/** A table in Markdown; the first column is text, the others are figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, n) => Math.max(title.length, 2, ...rows.map((row) => row[n]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${
      cells.map((cell, n) => n === 0 ? cell.padEnd(widths[n]!) : cell.padStart(widths[n]!)).join(" | ")
    } |`;
  const rule = widths.map((width, n) => n === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`);
  return [line(head), line(rule), ...rows.map(line)];
}

/** Milliseconds in as many digits as say something; a dash where there is nothing. */
export function ms(time: number | undefined): string {
  if (time === undefined || Number.isNaN(time)) return "–";
  if (time >= 100) return time.toFixed(0);
  if (time >= 10) return time.toFixed(1);
  return time.toFixed(time >= 1 ? 2 : 3);
}

export function whole(number: number): string {
  return number.toFixed(0);
}

/** An aim, in bold where it is missed. */
export function judged(met: boolean, aim: string): string {
  return met ? aim : `**${aim}**`;
}
