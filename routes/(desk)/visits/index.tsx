import { page } from "fresh";
import { today } from "@/clinic/calendar.ts";
import { listDepartments } from "@/clinic/departments/departments.ts";
import { visitRegister } from "@/clinic/visits/visit_register.ts";
import { dayRange } from "@/routes/(_shared)/http/day_range.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { DateField } from "@/routes/(_shared)/forms/DateField.tsx";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Pager } from "@/routes/(_shared)/ui/Pager.tsx";
import { Select } from "@/routes/(_shared)/forms/Select.tsx";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import { formatVisitCursor, parseVisitCursor } from "@/routes/(_shared)/http/visit_cursor.ts";
import { shortDay } from "@/routes/(_shared)/words/dates.ts";

const PAGE_SIZE = 50;

export const handler = defineDesk.handlers({
  GET: async ({ state, url }) => page(await loadPage(state, url.searchParams)),
});

/** The visits of the days and the department that the address names: by default of today and all departments. */
async function loadPage({ scope, info }: DeskState, query: URLSearchParams) {
  const departments = await listDepartments(scope, { withInactive: true });
  const [from, until] = dayRange(query);
  const start = from ?? until ?? today(info.clinic);
  const end = until ?? start;
  const departmentId = departments.find((each) => each.department_id === query.get("department"))
    ?.department_id;
  const after = parseVisitCursor(query.get("after"));
  const visits = await visitRegister(scope, {
    start,
    end,
    departmentId,
    withVoided: false,
    after,
    limit: PAGE_SIZE,
  });
  const isFiltered = start !== today(info.clinic) || end !== start || departmentId !== undefined;
  return { departments, start, end, departmentId, visits, isFiltered };
}

export default defineDesk.page<typeof handler>(({ data, state: { words } }) => {
  const { departments, start, end, departmentId = "", visits: { items, total, next }, isFiltered } = data;
  const t = words.visits;
  const query = { from: start, until: end, department: departmentId };
  return (
    <>
      <Title words={words} text={t.title} />
      <PageHead title={t.title} lead={t.count(total)}>
        {start === end && total > 0 && (
          <Action
            href={`/visits/print?${new URLSearchParams({ from: start, department: departmentId })}`}
            label={words.print.printList}
            icon="printer"
            plain
          />
        )}
      </PageHead>
      <form class="filters" method="get" action="/visits">
        <DateField name="from" label={t.from} value={start} problems={[]} />
        <DateField name="until" label={t.until} value={end} problems={[]} />
        <Select
          name="department"
          label={t.department}
          none={t.allDepartments}
          options={departments.map(({ department_id, name }) => ({ value: department_id, label: name }))}
          value={departmentId}
          problems={[]}
        />
        <button class="button plain" type="submit">{words.common.show}</button>
        {isFiltered && <a href="/visits">{t.reset}</a>}
      </form>
      {items.length === 0 ? <Empty title={t.noVisits}>{t.noVisitsAdvice}</Empty> : (
        <Table
          caption={t.title}
          captionUnseen
          rows={items}
          keyOf={({ visit_id }) => visit_id}
          hrefOf={({ patient_id }) => `/patients/${patient_id}`}
          columns={[
            {
              head: words.patients.one,
              cell: ({ patient }) => patient?.full_name ?? words.common.unreadable,
            },
            { head: words.patients.file_number, cell: ({ patient }) => patient?.file_number },
            {
              head: t.visit_date,
              cell: ({ visit_date, visit_time }) => `${shortDay(words, visit_date)}, ${visit_time}`,
            },
            { head: t.department, cell: ({ department }) => department },
            { head: t.doctor, cell: ({ doctor }) => doctor },
          ]}
        />
      )}
      <Pager
        label={t.title}
        older={next && {
          href: `/visits?${new URLSearchParams({ ...query, after: formatVisitCursor(next) })}`,
          label: words.common.older,
        }}
      />
    </>
  );
});
