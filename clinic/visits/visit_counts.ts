import type { VisitsOfDay } from "@/db/tables/visits.ts";
import { today as todayOf } from "@/clinic/calendar.ts";
import type { Clinic } from "@/clinic/clinic.ts";
import { query } from "@/clinic/verb.ts";

/** How many visits there were lately. Days are YYYY-MM-DD in the clinic's time zone, the oldest first, today the last. */
export interface VisitCounts {
  readonly today: string;
  readonly days: string[];
  readonly departments: DepartmentVisitCounts[];
  /** For each day, over all departments. */
  readonly totals: number[];
}

export interface DepartmentVisitCounts {
  readonly department_id: string;
  /** Null where the department's record cannot be opened. */
  readonly name: string | null;
  readonly active: boolean;
  /** For each of the days. Voided visits do not count. */
  readonly counts: number[];
}

/**
 * The visits of the last `days` days (1–366), today among them: of every department in use, and of those that are not
 * but had visits on these days. By name.
 */
export const countRecentVisits = query(
  "visit.count",
  async ({ clinic }, { days: howMany }: { days: number }): Promise<VisitCounts> => {
    const today = todayOf(clinic);
    const days = daysUntil(today, howMany);
    const visits = countsByDepartment(days, await clinic.store.visits.countByDay(days[0]!, today));
    const departments = departmentsOf(clinic, days, visits);
    const totals = days.map((_, day) => departments.reduce((sum, { counts }) => sum + counts[day]!, 0));
    return { today, days, departments, totals };
  },
);

function daysUntil(today: string, howMany: number): string[] {
  const first = Temporal.PlainDate.from(today).subtract({ days: howMany - 1 });
  return Array.from({ length: howMany }, (_, day) => first.add({ days: day }).toString());
}

function countsByDepartment(days: readonly string[], visits: readonly VisitsOfDay[]): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { departmentId, visitDate, activeCount } of visits) {
    const row = counts.get(departmentId) ?? days.map(() => 0);
    row[days.indexOf(visitDate)] = activeCount;
    counts.set(departmentId, row);
  }
  return counts;
}

function departmentsOf(
  { store }: Clinic,
  days: readonly string[],
  visits: ReadonlyMap<string, number[]>,
): DepartmentVisitCounts[] {
  const inUse = [...store.directory.departments.values()].filter(({ active }) => active).map(({ id }) => id);
  const departments = [...new Set([...inUse, ...visits.keys()])].map((id) => {
    const known = store.directory.departments.get(id);
    const counts = visits.get(id) ?? days.map(() => 0);
    return { department_id: id, name: known?.name ?? null, active: known?.active ?? false, counts };
  });
  return departments.sort(byName);
}

function byName(a: DepartmentVisitCounts, b: DepartmentVisitCounts): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
  return a.name.localeCompare(b.name) || (a.department_id < b.department_id ? -1 : 1);
}
