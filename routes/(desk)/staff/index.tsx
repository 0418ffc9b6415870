import { page } from "fresh";
import { mayDo, type Role } from "@/clinic/roles.ts";
import { listStaff, type StaffMember } from "@/clinic/staff/staff.ts";
import { define } from "@/routes/(_shared)/define.ts";
import { Title } from "@/routes/(_shared)/Title.tsx";
import { Action } from "@/routes/(_shared)/ui/Action.tsx";
import { PageHead } from "@/routes/(_shared)/ui/PageHead.tsx";
import { Table } from "@/routes/(_shared)/ui/Table.tsx";
import { Tag } from "@/routes/(_shared)/ui/Tag.tsx";

export const handler = define.handlers({
  GET: async ({ state }) => page<StaffMember[]>(await listStaff(state.scope, { withInactive: true })),
});

export default define.page<typeof handler>(({ data: staff, state: { words, person } }) => {
  const said = words.staff;
  const mayAdd = person !== null && mayDo(person.role, "staff.add");
  return (
    <>
      <Title words={words} of={said.title} />
      <PageHead title={said.title} lead={said.count(staff.length)}>
        {mayAdd && <Action href="/staff/new" label={said.add} icon="user-plus" />}
      </PageHead>
      <Table
        caption={said.title}
        captionUnseen
        rows={staff}
        keyOf={({ user_id }) => user_id}
        hrefOf={mayAdd ? ({ user_id }) => `/staff/${user_id}` : undefined}
        columns={[
          { head: said.full_name, cell: ({ full_name }) => full_name },
          { head: said.role, cell: ({ role }) => words.common.roles[role as Role] },
          { head: said.department, cell: ({ department }) => department },
          {
            head: said.state,
            cell: ({ active }) =>
              active ? <Tag tone="good">{said.atWork}</Tag> : <Tag tone="inactive">{said.inactive}</Tag>,
          },
        ]}
      />
    </>
  );
});
