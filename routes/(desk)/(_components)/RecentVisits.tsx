import type { DepartmentVisitCounts, VisitCounts } from "@/clinic/visits/visit_counts.ts";
import { BarChart } from "./BarChart.tsx";
import { Sparkline } from "./Sparkline.tsx";
import { type Column, Table } from "@/routes/(_shared)/ui/Table.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { grouped } from "@/routes/(_shared)/words/counting.ts";
import { shortDay } from "@/routes/(_shared)/words/dates.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface RecentVisitsProps {
  readonly words: Words;
  readonly visitCounts: VisitCounts;
  /** Whether a department links to its visits of today. */
  readonly mayOpenVisits: boolean;
}

/** The visits of today and the last days by department, then of all departments as bars, with a table of the figures. */
export function RecentVisits(
  { words, visitCounts: { days, departments, totals }, mayOpenVisits }: RecentVisitsProps,
) {
  const t = words.home;
  return (
    <>
      <Table
        caption={t.visitsToday(totals.at(-1)!)}
        rows={departments}
        keyOf={({ department_id }) => department_id}
        hrefOf={mayOpenVisits ? ({ department_id }) => `/visits?department=${department_id}` : undefined}
        columns={columns(words, departments, days.length)}
      />
      {sum(totals) === 0
        ? <p class="fine">{t.noRecentVisits}</p>
        : <Days words={words} days={days} departments={departments} totals={totals} />}
    </>
  );
}

/** With only one department its sparkline is left out: the bars below show the same. */
function columns(
  words: Words,
  departments: readonly DepartmentVisitCounts[],
  days: number,
): Column<DepartmentVisitCounts>[] {
  const t = words.home;
  const recent: Column<DepartmentVisitCounts> = {
    head: t.lastDays(days),
    numeric: true,
    cell: ({ counts }) => (
      <>
        <Sparkline label={t.maxPerDay(Math.max(...counts))} counts={counts} />
        <span class="beside">{grouped(sum(counts))}</span>
      </>
    ),
  };
  return [
    { head: words.departments.one, cell: (department) => <Name words={words} {...department} /> },
    ...(departments.length > 1 ? [recent] : []),
    { head: t.today, cell: ({ counts }) => grouped(counts.at(-1)!), numeric: true },
  ];
}

function Name({ words, name, active }: { words: Words } & DepartmentVisitCounts) {
  const shown = name ?? words.common.unreadable;
  return active ? <>{shown}</> : (
    <>
      {shown} <Tag tone="inactive">{words.departments.inactive}</Tag>
    </>
  );
}

function Days(
  { words, days, departments, totals }: Omit<VisitCounts, "today"> & { readonly words: Words },
) {
  const t = words.home;
  const bars = days.map((day, nth) => ({
    day: shortDay(words, day),
    short: String(Number(day.slice(8))),
    count: totals[nth]!,
  }));
  const parts = departments.map(({ name, counts }) => ({ name: name ?? words.common.unreadable, counts }));
  const isOne = parts.length === 1; // and the same as the total
  return (
    <BarChart
      caption={t.visitsPerDay}
      bars={bars}
      parts={isOne ? [] : parts}
      labels={{
        table: isOne ? t.asTable : t.asTableByDepartment,
        day: words.visits.visit_date,
        count: isOne ? words.visits.title : words.visits.allDepartments,
      }}
    />
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
