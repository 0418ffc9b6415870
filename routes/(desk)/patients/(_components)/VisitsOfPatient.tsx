import type { Visit } from "@/clinic/visits/visits.ts";
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
  /** Where the older ones begin. */
  readonly older?: string;
}

/** A page of a patient's visits, newest first. */
export function VisitsOfPatient({ words, path, items, total, older }: VisitsOfPatientProps) {
  const said = words.visits;
  return (
    <section aria-labelledby="visits">
      <h2 id="visits">{said.title}</h2>
      {items.length === 0
        ? <Empty title={words.patients.noVisits}>{words.patients.noVisitsAdvice}</Empty>
        : (
          <Table
            caption={said.count(total)}
            rows={items}
            keyOf={({ visit_id }) => visit_id}
            hrefOf={({ visit_id }) => `/visits/${visit_id}`}
            columns={[
              {
                head: said.visit_date,
                cell: ({ visit_date, visit_time }) => `${shortDay(words, visit_date)}, ${visit_time}`,
              },
              { head: said.department, cell: ({ department }) => department },
              { head: said.doctor, cell: ({ doctor }) => doctor },
              {
                head: said.notes,
                cell: ({ notes, voided }) => (
                  <>
                    {voided && <Tag tone="voided">{words.common.voided}</Tag>} {notes ?? said.notesWithheld}
                  </>
                ),
              },
            ]}
          />
        )}
      <Pager
        label={said.title}
        older={older === undefined
          ? undefined
          : { href: `${path}?after=${older}`, label: words.common.older }}
      />
    </section>
  );
}
