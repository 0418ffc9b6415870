import { page } from "fresh";
import { z } from "zod";
import { auditActions, readAudit } from "@/clinic/audit/trail.ts";
import { mayDo } from "@/clinic/permissions.ts";
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

const PAGE_SIZE = 50;

export const handler = defineDesk.handlers({
  GET: async ({ state, url }) => page(await loadPage(state, url.searchParams)),
});

/** What the address names and exists is used as a filter; everything else in it is ignored. */
async function loadPage({ scope }: DeskState, query: URLSearchParams) {
  const staff = await listStaff(scope, { withInactive: true });
  const [from = "", until = ""] = dayRange(query);
  const filter: AuditFilter = {
    person: staff.find(({ user_id }) => user_id === query.get("person"))?.user_id ?? "",
    patient: z.uuid().safeParse(query.get("patient")).data ?? "",
    action: auditActions.find((action) => action === query.get("action")) ?? "",
    from,
    until,
  };
  const trail = await readAudit(scope, {
    actor: filter.person || undefined,
    patient: filter.patient || undefined,
    action: filter.action || undefined,
    from: from || undefined,
    to: until || undefined,
    before: query.get("before") ?? undefined,
    limit: PAGE_SIZE,
  });
  const record = filter.patient === "" ? undefined : await recordForAudit(scope, filter.patient);
  return { staff, filter, trail, record };
}

/** The filter as the address has it; "" for what it leaves out. */
type AuditFilter = Readonly<Record<"person" | "patient" | "action" | "from" | "until", string>>;

export default defineDesk.page<typeof handler>(({ data, state: { words, info, person } }) => {
  const { staff, filter, trail, record } = data;
  const t = words.audit;
  return (
    <>
      <Title words={words} text={t.title} />
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
          <a href={addressOf({ ...filter, patient: "" })}>{t.allRecords}</a>
        </Banner>
      )}
      <Filters words={words} filter={filter} staff={staff} />
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
          : { href: addressOf({ ...filter, before: trail.next }), label: words.common.older }}
      />
    </>
  );
});

interface FiltersProps {
  readonly words: Words;
  readonly filter: AuditFilter;
  readonly staff: readonly StaffMember[];
}

function Filters({ words, filter, staff }: FiltersProps) {
  const { audit: t, visits, common } = words;
  return (
    <form class="filters" method="get" action="/audit">
      <Select
        name="person"
        label={t.who}
        none={common.all}
        options={staff.map(({ user_id, full_name }) => ({ value: user_id, label: full_name }))}
        value={filter.person}
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
        value={filter.action}
        problems={[]}
      />
      <DateField name="from" label={visits.from} value={filter.from} problems={[]} />
      <DateField name="until" label={visits.until} value={filter.until} problems={[]} />
      {filter.patient !== "" && <input type="hidden" name="patient" value={filter.patient} />}
      <button class="button plain" type="submit">{common.show}</button>
      {Object.values(filter).some((value) => value !== "") && <a href="/audit">{common.all}</a>}
    </form>
  );
}

/** The address of the page with this filter. */
function addressOf(filter: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ""));
  return query.size === 0 ? "/audit" : `/audit?${query}`;
}
