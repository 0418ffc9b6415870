import assert from "node:assert/strict";
import { auditActions, type AuditFilter, type AuditPage, readAudit } from "@/clinic/audit/trail.ts";
import type { AuditRecord } from "@/clinic/audit/audit_record.ts";
import type { Scope } from "@/clinic/scope.ts";
import { listPatients } from "@/clinic/patients/list_patients.ts";
import { viewPatient } from "@/clinic/patients/view_patient.ts";
import { type Role, roles } from "@/clinic/roles.ts";
import { NO_SUBJECTS } from "@/db/audit/entry.ts";
import { systemEntry } from "@/db/store.ts";
import { apiTest, apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";
import { manyPatients } from "@/tests/support/api/many_records.ts";
import type { TestClinic } from "@/tests/support/clinic.ts";
import { onlyFor, refused, scopeAs } from "@/tests/support/clinic/scopes.ts";

apiTestOnEveryDatabase(
  "[S48] whoever may looks through the audit",
  async ({ clinic, registerPatient }, t) => {
    const auditor = scopeAs(clinic, "auditor");
    const [one, other] = [await registerPatient(), await registerPatient()];
    // 22:00 UTC is midnight in Maseru: these are the last instant of the 1st and the first of the 2nd.
    const acts: [Role, string, string][] = [
      ["nurse", one, "2020-03-01T21:59:59.999Z"],
      ["nurse", one, "2020-03-01T22:00:00.000Z"],
      ["doctor", one, "2020-03-02T12:00:00.000Z"],
      ["doctor", other, "2020-03-02T12:00:00.000Z"],
      ["doctor", other, "2020-03-02T21:59:59.999Z"],
      ["nurse", one, "2020-03-02T22:00:00.000Z"],
    ];
    for (const [role, id, at] of acts) {
      await viewPatient(scopeAs(clinic, role, at), {
        id,
        withVoided: false,
      });
    }
    await listPatients(scopeAs(clinic, "nurse", "2020-03-04T12:00:00.000Z"), {
      withVoided: false,
      limit: 10,
    });
    const times = async (asked: Partial<AuditFilter>) =>
      (await readAudit(auditor, { to: "2020-03-31", limit: 50, ...asked })).entries.map(({ at }) => at);
    const [beforeMidnight, midnight, noon, noonToo, lastOfDay, nextDay] = acts.map(([, , at]) => at);
    const list = "2020-03-04T12:00:00.000Z";

    await t.step("newest first", async () => {
      const all = [list, nextDay, lastOfDay, noonToo, noon, midnight, beforeMidnight];
      assert.deepEqual(await times({}), all);
    });

    await t.step("by days of the clinic, by person, by patient, by action, and all of these", async () => {
      assert.deepEqual(await times({ from: "2020-03-02", to: "2020-03-02" }), [
        lastOfDay,
        noonToo,
        noon,
        midnight,
      ]);
      assert.deepEqual(await times({ to: "2020-03-01" }), [beforeMidnight]);
      assert.deepEqual(await times({ from: "2020-03-03" }), [list, nextDay]);
      assert.deepEqual(await times({ actor: clinic.staffIds.doctor }), [lastOfDay, noonToo, noon]);
      assert.deepEqual(
        await times({ patient: other }),
        [list, lastOfDay, noonToo],
        "the list, too, held them",
      );
      assert.deepEqual(await times({ patient: other.toUpperCase() }), [list, lastOfDay, noonToo]);
      assert.deepEqual(await times({ action: "patient.list" }), [list]);
      const { doctor } = clinic.staffIds;
      const all = { actor: doctor, patient: one, action: "patient.read", from: "2020-03-02" };
      assert.deepEqual(await times(all), [noon]);
      assert.deepEqual(await times({ ...all, action: "visit.read" }), []);
    });

    await t.step(
      "an entry tells who, what, whom, from where and how it ended, and no name of a patient",
      async () => {
        const page = await readAudit(auditor, { to: "2020-03-31", limit: 50 });
        const { key: _, ...newest } = page.entries[0]!;
        const { nurse } = clinic.staffIds;
        const row = (id: string) => ({ table: "patient", id, version: null });
        assert.deepEqual(newest, {
          at: list,
          actor: { id: nurse, name: "Nurse Lebo" },
          action: "patient.list",
          outcome: "done",
          source: "test",
          subjects: { rows: [row(one), row(other)] },
        });
        assert.deepEqual(page.entries[1]!.subjects, { rows: [row(one)] });
        assert.doesNotMatch(JSON.stringify(page), /pohano/i);
        assert.deepEqual([page.next, page.lookedBackTo], [null, null]);
      },
    );

    await t.step("pages of any size give every entry once, also those of one instant", async () => {
      const whole = (await readAudit(auditor, { to: "2020-03-31", limit: 200 })).entries;
      for (const limit of [1, 2, 3, 7]) {
        assert.deepEqual(await allPages(auditor, { to: "2020-03-31", limit }), whole, `${limit} a page`);
      }
      const ofDoctor = await allPages(auditor, { actor: clinic.staffIds.doctor, limit: 1 });
      assert.deepEqual(ofDoctor.map(({ at }) => at).slice(-3), [lastOfDay, noonToo, noon]);
    });

    await t.step("reading it is audited, with whom it was about", async () => {
      await readAudit(auditor, { patient: one, actor: clinic.staffIds.nurse, limit: 5 });
      const [entry] = (await readAudit(auditor, { action: "audit.read", limit: 1 })).entries;
      assert.equal(entry!.actor!.id, clinic.staffIds.auditor);
      const rows = [["patient", one], ["staff", clinic.staffIds.nurse]];
      assert.deepEqual(entry!.subjects, { rows: rows.map(([table, id]) => ({ table, id, version: null })) });
    });

    await t.step("administrators and auditors alone", async () => {
      await onlyFor(clinic, ["admin", "auditor"], (scope) => readAudit(scope, { limit: 1 }));
      const { entries } = await readAudit(auditor, { action: "audit.read", limit: 20 });
      assert.equal(entries.filter(({ outcome }) => outcome === "refused").length, roles.length - 2);
    });

    await t.step("what is no id, no day and no page is refused", async () => {
      const ask = (asked: Partial<AuditFilter>) => readAudit(auditor, { limit: 5, ...asked });
      await refused(ask({ actor: "Thabo" }), "validation_failed", "actor:not_an_id");
      await refused(ask({ patient: "%" }), "validation_failed", "patient:not_an_id");
      await refused(ask({ from: "2020-02-30" }), "validation_failed", "from:wrong_format");
      await refused(ask({ to: "yesterday" }), "validation_failed", "to:wrong_format");
      await refused(ask({ before: "2" }), "validation_failed", "before:unknown_cursor");
      await refused(
        ask({ from: "2020-03-02", to: "2020-03-01" }),
        "validation_failed",
        "from:start_after_end",
      );
      assert.deepEqual((await ask({ action: "x' OR 1=1 --" })).entries, []);
    });
  },
);

apiTestOnEveryDatabase(
  "[S48] changes, starts and what was altered are shown for what they are",
  async ({ clinic }) => {
    const auditor = scopeAs(clinic, "auditor");
    await manyPatients(clinic, 51);
    await listPatients(scopeAs(clinic, "nurse"), { withVoided: false, limit: 51 });
    const { port } = clinic.clinic.store;
    const sql = "UPDATE audit SET subjects = 'Thabo' WHERE action = 'system.set_up'";
    await port.write([{ sql, args: [] }], true);
    const entries = await allPages(auditor, { limit: 10 });
    const subjects = (action: string) => entries.filter((entry) => entry.action === action)[0]!.subjects;
    assert.deepEqual(subjects("patient.list"), { bulk: 51, table: "patient" });
    assert.deepEqual(subjects("system.start"), { chains: 0 });
    assert.deepEqual(subjects("system.set_up"), { unreadable: true });
    const added = subjects("staff.add");
    assert.ok("rows" in added && added.rows[0]!.table === "staff" && added.rows[0]!.version === 1);
    const known: readonly string[] = auditActions;
    const unknown = entries.map(({ action }) => action).filter((action) => !known.includes(action));
    assert.deepEqual(unknown, []);
  },
);

apiTest("a page looks at 30,000 entries at most, and the next goes on there", async ({ clinic }) => {
  const auditor = scopeAs(clinic, "auditor");
  const [oldest] = (await allPages(auditor, { limit: 50 })).slice(-1);
  await manyEntries(clinic, 30_100);
  const day = await readAudit(auditor, { from: "2090-01-10", to: "2090-01-10", limit: 10_000 });
  assert.equal(new Set(day.entries.map(({ key }) => key)).size, 1_440, "one a minute, past several slices");
  const asked = { action: oldest!.action, to: "2098-12-31", limit: 50 };
  const first = await readAudit(auditor, asked);
  assert.deepEqual(first.entries, []);
  assert.equal(first.lookedBackTo, instant(100));
  const second = await readAudit(auditor, { ...asked, before: first.next! });
  assert.deepEqual(second.entries.map(({ key }) => key), [oldest!.key]);
  assert.deepEqual([second.next, second.lookedBackTo], [null, null]);
});

async function allPages(scope: Scope, asked: AuditFilter): Promise<AuditRecord[]> {
  const found: AuditRecord[] = [];
  let before: string | null = null;
  do {
    const page: AuditPage = await readAudit(scope, { ...asked, before: before ?? undefined });
    assert.ok(page.entries.length <= asked.limit);
    found.push(...page.entries);
    before = page.next;
  } while (before !== null);
  return found;
}

/** Entries of later years, one a minute. */
async function manyEntries({ clinic }: TestClinic, howMany: number): Promise<void> {
  for (let done = 0; done < howMany; done += 100) {
    const entries = Array.from(
      { length: 100 },
      (_, n) => systemEntry("system.witness", new Date(instant(done + n))),
    );
    await Promise.all(entries.map((entry) => clinic.store.audit({ ...entry, subjects: NO_SUBJECTS }, false)));
  }
}

function instant(minute: number): string {
  return new Date(Date.UTC(2090, 0, 1) + minute * 60_000).toISOString();
}
