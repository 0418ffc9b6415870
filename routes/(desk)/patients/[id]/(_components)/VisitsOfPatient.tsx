import type { Visit } from "@/clinic/visits/visit.ts";
import { Empty } from "@/routes/(_shared)/ui/Empty.tsx";
import { Pager } from "@/routes/(_shared)/ui/Pager.tsx";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";
import { shortDay } from "@/routes/(_shared)/words/dates.ts";
import type { Words } from "@/routes/(_shared)/words/words.ts";

interface VisitsOfPatientProps {
  readonly words: Words;
  /** The patient's page. */
  readonly path: string;
  readonly items: readonly Visit[];
  readonly total: number;
  /** The cursor of the next page. */
  readonly older?: string;
}

/** A page of a patient's visits, newest first. */
export function VisitsOfPatient({ words, path, items, total, older }: VisitsOfPatientProps) {
  const t = words.visits;
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">{t.title}</h2>
      {items.length === 0
        ? <Empty title={words.patients.noVisits}>{words.patients.noVisitsAdvice}</Empty>
        : (
          <Table
            caption={t.count(total)}
            rows={items}
            keyOf={({ visit_id }) => visit_id}
            hrefOf={({ visit_id }) => `/visits/${visit_id}`}
            columns={[
              {
                head: t.visit_date,
                cell: ({ visit_date, visit_time }) => `${shortDay(words, visit_date)}, ${visit_time}`,
              },
              { head: t.department, cell: ({ department }) => department },
              { head: t.doctor, cell: ({ doctor }) => doctor },
              {
                head: t.notes,
                cell: ({ notes, voided }) => (
                  <>
                    {voided && <Tag tone="voided">{words.common.voided}</Tag>} {notes ?? t.notesWithheld}
                  </>
                ),
              },
            ]}
          />
        )}
      <Pager
        label={t.title}
        older={older === undefined
          ? undefined
          : { href: `${path}?after=${older}`, label: words.common.older }}
      />
    </section>
  );
}
