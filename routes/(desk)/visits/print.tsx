import { page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import type { Scope } from "@/clinic/scope.ts";
import { listDepartments } from "@/clinic/departments/departments.ts";
import { type VisitInRegister, visitRegister } from "@/clinic/visits/visit_register.ts";
import { dayRange } from "@/routes/(_shared)/http/day_range.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { printedInWords } from "@/routes/(_shared)/words/printed_in_words.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { PrintPageHead } from "@/routes/(_shared)/ui/PrintPageHead.tsx";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import { dayInWords } from "@/routes/(_shared)/words/dates.ts";

const BATCH_SIZE = 200;
const MAX_VISITS = 2_000; // forty pages of paper; with more visits a day, clinics print by department

export const handler = defineDesk.handlers({
  GET: async ({ state, url }) => page(await loadPage(state, url.searchParams)),
});

/** The visits of the day that the address names, else of today; of one department, or of all. */
async function loadPage({ scope, info }: DeskState, query: URLSearchParams) {
  const [from] = dayRange(query);
  const day = from ?? today(info.clinic);
  const departments = await listDepartments(scope, { withInactive: true });
  const department = departments.find(({ department_id }) => department_id === query.get("department"));
  const { visits, total } = await loadVisits(scope, day, department?.department_id);
  return { day, department, total, visits: visits.sort(byDepartmentAndTime) };
}

async function loadVisits(scope: Scope, day: string, departmentId: string | undefined) {
  const filter = { start: day, end: day, departmentId, withVoided: false, limit: BATCH_SIZE };
  let { items: visits, total, next } = await visitRegister(scope, { ...filter, after: undefined });
  while (next && visits.length < MAX_VISITS) {
    const more = await visitRegister(scope, { ...filter, after: next });
    visits = visits.concat(more.items);
    next = more.next;
  }
  return { visits, total };
}

function byDepartmentAndTime(a: VisitInRegister, b: VisitInRegister): number {
  const [one, other] = [a.department ?? "", b.department ?? ""]; // null where its record cannot be opened
  return one.localeCompare(other) || a.visit_time.localeCompare(b.visit_time);
}

export default defineDesk.page<typeof handler>(({ data: { day, department, total, visits }, state }) => {
  const { words } = state;
  const { print: t, visits: visit } = words;
  const query = new URLSearchParams({ from: day, until: day, department: department?.department_id ?? "" });
  return (
    <>
      <Title words={words} text={t.list} />
      <PrintPageHead
        words={words}
        title={t.list}
        paper={t.listPaper}
        back={{ href: `/visits?${query}`, label: visit.title }}
      />
      {total > visits.length && <p class="note">{t.listIncomplete(visits.length, total)}</p>}
      <h2>{visit.title}: {dayInWords(words, day)}</h2>
      <p class="fine">
        {department?.name ?? visit.allDepartments}. {visit.count(total)}. {printedInWords(state)}
      </p>
      {visits.length === 0 ? <Empty title={visit.noVisits}>{t.listEmpty}</Empty> : (
        <Table
          caption={t.list}
          captionUnseen
          rows={visits}
          keyOf={({ visit_id }) => visit_id}
          columns={[
            {
              head: words.patients.one,
              cell: ({ patient }) => patient?.full_name ?? words.common.unreadable,
            },
            { head: words.patients.file_number, cell: ({ patient }) => patient?.file_number },
            { head: visit.visit_time, cell: ({ visit_time }) => visit_time },
            { head: visit.department, cell: ({ department }) => department },
            { head: visit.doctor, cell: ({ doctor }) => doctor },
          ]}
        />
      )}
    </>
  );
});
