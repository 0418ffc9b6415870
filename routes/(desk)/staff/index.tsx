import { page } from "fresh";
import { mayDo } from "@/clinic/permissions.ts";
import { listStaff, type StaffMember } from "@/clinic/staff/staff.ts";
import { defineDesk } from "@/routes/(_shared)/define.ts";
import { Title } from "@/routes/(_shared)/ui/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";

export const handler = defineDesk.handlers({
  GET: async ({ state }) => page<StaffMember[]>(await listStaff(state.scope, { withInactive: true })),
});

export default defineDesk.page<typeof handler>(({ data: staff, state: { words, person } }) => {
  const t = words.staff;
  const mayAdd = mayDo(person.role, "staff.add");
  return (
    <>
      <Title words={words} text={t.title} />
      <PageHead title={t.title} lead={t.count(staff.length)}>
        {mayAdd && <Action href="/staff/new" label={t.add} icon="user-plus" />}
      </PageHead>
      <Table
        caption={t.title}
        captionUnseen
        rows={staff}
        keyOf={({ user_id }) => user_id}
        hrefOf={mayAdd ? ({ user_id }) => `/staff/${user_id}` : undefined}
        columns={[
          { head: t.full_name, cell: ({ full_name }) => full_name },
          { head: t.role, cell: ({ role }) => words.common.roles[role] },
          { head: t.department, cell: ({ department }) => department },
          {
            head: t.state,
            cell: ({ active }) =>
              active ? <Tag tone="good">{t.atWork}</Tag> : <Tag tone="inactive">{t.inactive}</Tag>,
          },
        ]}
      />
    </>
  );
});
