import { page } from "fresh";
import { z } from "zod";
import { auditActions, readAudit } from "../../clinic/audit_trail.ts";
import { listStaff } from "../../clinic/staff.ts";
import { askedDays } from "../(_shared)/asked_days.ts";
import { auditSubjects } from "../(_shared)/audit_subjects.ts";
import { define } from "../(_shared)/define.ts";
import type { State } from "../(_shared)/state.ts";
import { Title } from "../(_shared)/Title.tsx";
import { DateField } from "../(_shared)/ui/DateField.tsx";
import { Empty } from "../(_shared)/ui/Empty.tsx";
import { PageHead } from "../(_shared)/ui/PageHead.tsx";
import { Pager } from "../(_shared)/ui/Pager.tsx";
import { Select } from "../(_shared)/ui/Select.tsx";
import { Table } from "../(_shared)/ui/Table.tsx";
import { instantInWords } from "../(_shared)/words/dates.ts";

const A_PAGE = 50;

export const handler = define.handlers({
  GET: async ({ state, url }) => page(await shown(state, url.searchParams)),
});

/** Of what the address asks for, what makes sense; all of it where it names nothing. */
async function shown({ scope }: State, asked: URLSearchParams) {
  const staff = await listStaff(scope, { withInactive: true });
  const [from, to] = askedDays(asked);
  const filter = {
    actor: staff.find(({ user_id }) => user_id === asked.get("person"))?.user_id,
    patient: z.uuid().safeParse(asked.get("patient")).data,
    action: auditActions.find((action) => action === asked.get("action")),
    from,
    to,
  };
  const trail = await readAudit(scope, {
    ...filter,
    before: asked.get("before") ?? undefined,
    limit: A_PAGE,
  });
  return { staff, filter, trail };
}

export default define.page<typeof handler>(({ data, state: { words, house } }) => {
  const { staff, filter: { actor = "", patient = "", action = "", from = "", to = "" }, trail } = data;
  const said = words.audit;
  const query = { person: actor, patient, action, from, until: to };
  return (
    <>
      <Title words={words} of={said.title} />
      <PageHead title={said.title} lead={said.what} />
      <form class="filters" method="get" action="/audit">
        <Select
          name="person"
          label={said.who}
          none={words.common.all}
          options={staff.map(({ user_id, full_name }) => ({ value: user_id, label: full_name }))}
          value={actor}
          problems={[]}
        />
        <Select
          name="action"
          label={said.action}
          none={words.common.all}
          options={auditActions.map((name) => ({ value: name, label: name }))}
          value={action}
          problems={[]}
        />
        <DateField name="from" label={words.visits.from} value={from} problems={[]} />
        <DateField name="until" label={words.visits.until} value={to} problems={[]} />
        {patient !== "" && <input type="hidden" name="patient" value={patient} />}
        <button class="button plain" type="submit">{words.common.show}</button>
      </form>
      {trail.entries.length === 0 ? <Empty title={said.noneHere}>{said.noneAdvice}</Empty> : (
        <Table
          caption={said.title}
          captionUnseen
          rows={trail.entries}
          keyOf={({ key }) => key}
          columns={[
            { head: said.at, cell: ({ at }) => instantInWords(words, house.clinic, at) },
            {
              head: said.who,
              cell: ({ actor: by }) => by === null ? words.patients.byCommandLine : by.name ?? by.id,
            },
            { head: said.action, cell: ({ action: name }) => <code>{name}</code> },
            { head: said.whom, cell: ({ subjects }) => auditSubjects(words, subjects) },
            { head: said.outcome, cell: ({ outcome }) => said.outcomes[outcome] },
            { head: said.source, cell: ({ source }) => source },
          ]}
        />
      )}
      <Pager
        label={said.title}
        older={trail.next === null ? undefined : {
          href: `/audit?${new URLSearchParams({ ...query, before: trail.next })}`,
          label: words.common.older,
        }}
      />
    </>
  );
});
