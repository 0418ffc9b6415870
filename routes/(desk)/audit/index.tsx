import { page } from "fresh";
import { z } from "zod";
import { auditActions, readAudit } from "@/clinic/audit/trail.ts";
import { mayDo } from "@/clinic/roles.ts";
import { listStaff, type StaffMember } from "@/clinic/staff/staff.ts";
import { dayRange } from "@/routes/(_shared)/http/day_range.ts";
import { AuditTable } from "./(_components)/AuditTable.tsx";
import { areaInWords } from "@/routes/(_shared)/words/audit_words.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { recordForAudit } from "./(_components)/record_for_audit.ts";
import type { DeskState } from "@/routes/(_shared)/state.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { Banner } from "@/routes/(_shared)/ui/Banner.tsx";
import { DateField } from "@/routes/(_shared)/forms/DateField.tsx";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Pager } from "@/routes/(_shared)/ui/Pager.tsx";
import { Select } from "@/routes/(_shared)/forms/Select.tsx";
import { Interpolated } from "@/routes/(_shared)/words/Interpolated.tsx";
import type { Words } from "@/routes/(_shared)/words/words.ts";

const A_PAGE = 50;

export const handler = defineDesk.handlers({
  GET: async ({ state, url }) => page(await shown(state, url.searchParams)),
});

/** Of what the address asks for, what makes sense; all of it where it names nothing. */
async function shown({ scope }: DeskState, asked: URLSearchParams) {
  const staff = await listStaff(scope, { withInactive: true });
  const [from = "", until = ""] = dayRange(asked);
  const query: Query = {
    person: staff.find(({ user_id }) => user_id === asked.get("person"))?.user_id ?? "",
    patient: z.uuid().safeParse(asked.get("patient")).data ?? "",
    action: auditActions.find((action) => action === asked.get("action")) ?? "",
    from,
    until,
  };
  const trail = await readAudit(scope, {
    actor: query.person || undefined,
    patient: query.patient || undefined,
    action: query.action || undefined,
    from: from || undefined,
    to: until || undefined,
    before: asked.get("before") ?? undefined,
    limit: A_PAGE,
  });
  const record = query.patient === "" ? undefined : await recordForAudit(scope, query.patient);
  return { staff, query, trail, record };
}

/** What the address asks for, as it stands in it; "" for what it leaves open. */
type Query = Readonly<Record<"person" | "patient" | "action" | "from" | "until", string>>;

export default defineDesk.page<typeof handler>(({ data, state: { words, info, person } }) => {
  const { staff, query, trail, record } = data;
  const t = words.audit;
  return (
    <>
      <Title words={words} of={t.title} />
      <PageHead title={t.title} lead={t.explanation}>
        {mayDo(person.role, "audit.verify") && (
          <Action href="/audit/verify" label={t.verify.title} icon="shield-check" plain />
        )}
      </PageHead>
      {record && (
        <Banner tone="note">
          <Interpolated
            text={t.oneRecord}
            record={record.href ? <a href={record.href}>{record.name}</a> : <code>{record.name}</code>}
          />{" "}
          <a href={addressOf({ ...query, patient: "" })}>{t.allRecords}</a>
        </Banner>
      )}
      <Filters words={words} query={query} staff={staff} />
      {trail.entries.length === 0 ? <Empty title={t.noEntries}>{t.noEntriesAdvice}</Empty> : (
        <AuditTable
          words={words}
          clinic={info.clinic}
          entries={trail.entries}
          withCodes={person.role === "admin"}
        />
      )}
      <Pager
        label={t.title}
        older={trail.next === null
          ? undefined
          : { href: addressOf({ ...query, before: trail.next }), label: words.common.older }}
      />
    </>
  );
});

interface FiltersProps {
  readonly words: Words;
  readonly query: Query;
  readonly staff: readonly StaffMember[];
}

function Filters({ words, query, staff }: FiltersProps) {
  const { audit: t, visits, common } = words;
  return (
    <form class="filters" method="get" action="/audit">
      <Select
        name="person"
        label={t.who}
        none={common.all}
        options={staff.map(({ user_id, full_name }) => ({ value: user_id, label: full_name }))}
        value={query.person}
        problems={[]}
      />
      <Select
        name="action"
        label={t.action}
        none={common.all}
        options={auditActions.map((name) => ({
          value: name,
          label: t.actions[name],
          group: areaInWords(words, name),
        }))}
        value={query.action}
        problems={[]}
      />
      <DateField name="from" label={visits.from} value={query.from} problems={[]} />
      <DateField name="until" label={visits.until} value={query.until} problems={[]} />
      {query.patient !== "" && <input type="hidden" name="patient" value={query.patient} />}
      <button class="button plain" type="submit">{common.show}</button>
      {Object.values(query).some((asked) => asked !== "") && <a href="/audit">{common.all}</a>}
    </form>
  );
}

/** The page that shows this; what is left open is left out. */
function addressOf(query: Readonly<Record<string, string>>): string {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  return asked.size === 0 ? "/audit" : `/audit?${asked}`;
}
