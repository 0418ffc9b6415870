import assert from "node:assert/strict";
import { apiTestOnEveryDatabase, type TestApi } from "@/tests/support/api/test_api.ts";

interface Entry {
  readonly actor: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly source: string | null;
  readonly session: string | null;
  readonly at: string;
  readonly subjects: {
    readonly rows?: { table: string; id: string; version?: number }[];
    readonly ids?: string[];
    readonly bulk?: number;
    readonly of?: string;
  };
}

apiTestOnEveryDatabase("[S48] the audit", async (api, t) => {
  const { ask, clinic, registerPatient, logVisit } = api;
  const { nurse, auditor, admin, doctor, receptionist } = clinic.staffIds;
  const patient = await registerPatient();
  const visit = await logVisit(patient, { notes: "sunflower" });
  const rows = (...ids: [string, string][]) => ids.map(([table, id]) => ({ table, id }));

  await t.step("[S48] a read is recorded with actor, action, subjects, time and source", async () => {
    const reads: [string, string, [string, string][]][] = [
      [`/api/patients/${patient}/`, "patient.read", [["patient", patient]]],
      [`/api/visits/${visit}/`, "visit.read", [["visit", visit], ["patient", patient]]],
      [`/api/patients/${patient}/visits/`, "visit.list", [["patient", patient]]],
      ["/api/patients/", "patient.list", [["patient", patient]]],
      ["/api/visits/?limit=5", "visit.list", [["patient", patient]]],
    ];
    for (const [path, action, whom] of reads) {
      const [entry, ...others] = await entriesOf(api, () => ask("GET", path, { as: "nurse" }));
      assert.deepEqual(others, []);
      assert.deepEqual([entry!.actor, entry!.action, entry!.outcome], [nurse, action, "done"]);
      assert.equal(entry!.source, "127.0.0.1");
      assert.match(entry!.session!, /^[0-9a-f-]{36}$/);
      assert.ok(Math.abs(Date.parse(entry!.at) - Date.now()) < 60_000);
      assert.deepEqual(entry!.subjects, { rows: rows(...whom) });
    }
  });

  await t.step("[S48] [S36] a search is recorded with the patients found, never with the term", async () => {
    const searches = [
      () => ask("GET", "/api/patients/?search=pohano", { as: "receptionist" }),
      () => ask("POST", "/api/patients/search/", { as: "receptionist", body: { search: "pohano" } }),
    ];
    for (const search of searches) {
      const [entry] = await entriesOf(api, search);
      assert.deepEqual([entry!.actor, entry!.action], [receptionist, "patient.search"]);
      assert.deepEqual(entry!.subjects, { rows: rows(["patient", patient]) });
      assert.doesNotMatch(JSON.stringify(entry), /pohano/i);
    }
    const nobody = await entriesOf(api, () => ask("GET", "/api/patients/?search=zuma", { as: "nurse" }));
    assert.deepEqual(nobody[0]!.subjects, { rows: [] });
  });

  await t.step("[S48] a change is recorded with version and digest, without text", async () => {
    const notes = "sunflower again";
    const [entry] = await entriesOf(
      api,
      () => ask("PUT", `/api/visits/${visit}/`, { as: "doctor", body: { notes } }),
    );
    assert.deepEqual([entry!.actor, entry!.action, entry!.outcome], [doctor, "visit.change", "done"]);
    assert.equal(entry!.subjects.rows!.length, 1);
    assert.equal(entry!.subjects.rows![0]!.id, visit);
    assert.equal(entry!.subjects.rows![0]!.version, 2);
    assert.doesNotMatch(JSON.stringify(entry), /sunflower/);
  });

  await t.step(
    "[S48] a refusal is recorded with actor and action, and a change that failed is not recorded as done",
    async () => {
      const refused: [Parameters<typeof ask>, string, string][] = [
        [["GET", `/api/patients/${patient}/`, { as: "auditor" }], auditor, "patient.read"],
        [["POST", "/api/departments/", { as: "nurse", body: { name: "X" } }], nurse, "department.add"],
        [["GET", "/api/visits/?include=voided", { as: "nurse" }], nurse, "visit.see_voided"],
      ];
      for (const [asked, actor, action] of refused) {
        const [entry] = await entriesOf(api, () => ask(...asked));
        assert.deepEqual([entry!.actor, entry!.action, entry!.outcome], [actor, action, "refused"]);
        assert.equal(entry!.source, "127.0.0.1");
      }
      const searches: [string, string, unknown][] = [
        ["GET", "/api/patients/?search=Pohano", undefined],
        ["POST", "/api/patients/search/", { search: "Pohano" }],
      ];
      for (const [method, path, body] of searches) {
        const entries = await entriesOf(api, () => ask(method, path, { as: "auditor", body }));
        const told = entries.map(({ action, outcome }) => `${action} ${outcome}`);
        assert.deepEqual(told, ["patient.search refused"], "once, under the search's own right");
      }
      const [denied] = await entriesOf(
        api,
        () => ask("GET", `/api/patients/${patient}/visits/`, { as: "auditor" }),
      );
      assert.deepEqual(denied!.subjects, { rows: rows(["patient", patient]) });
      const [name] = await entriesOf(api, () => ask("GET", "/api/patients/Pohano/", { as: "auditor" }));
      assert.deepEqual(name!.subjects, { rows: [] }, "what is no id may be a name");
      const body = { active: false };
      const told = await entriesOf(api, () => ask("PUT", `/api/staff/${admin}/`, { as: "admin", body }));
      assert.deepEqual(told.filter(({ outcome }) => outcome === "done"), []);
    },
  );

  await t.step(
    "[S48] a refused sign-in is recorded with the member of staff, where there is one, and without the password",
    async () => {
      const login = (username: string) =>
        ask("POST", "/api/auth/login/", { body: { username, password: "sunflower-pass" } });
      const [known] = await entriesOf(api, () => login("nurse1"));
      assert.deepEqual([known!.actor, known!.action, known!.outcome], [null, "session.start", "refused"]);
      assert.equal(known!.source, "127.0.0.1");
      assert.deepEqual(known!.subjects, { rows: rows(["staff", nurse]) });
      const [unknown] = await entriesOf(api, () => login("sunflower-user"));
      assert.deepEqual(unknown!.subjects, { rows: [] });
      assert.doesNotMatch(JSON.stringify([known, unknown]), /sunflower/);
    },
  );

  await t.step("[S35] [S48] more than 50 records at once are recorded as a number", async () => {
    await Promise.all(Array.from({ length: 50 }, async () => await logVisit(await registerPatient())));
    const bulk: [string, { bulk: number; of: string }][] = [
      ["/api/patients/", { bulk: 51, of: "patient" }],
      ["/api/patients/?limit=51", { bulk: 51, of: "patient" }],
      ["/api/patients/?search=pohano&limit=200", { bulk: 51, of: "patient" }],
      ["/api/visits/", { bulk: 51, of: "patient" }],
    ];
    for (const [path, subjects] of bulk) {
      const [entry] = await entriesOf(api, () => ask("GET", path, { as: "nurse" }));
      assert.deepEqual(entry!.subjects, subjects, path);
    }
    const [few] = await entriesOf(api, () => ask("GET", "/api/patients/?limit=50", { as: "nurse" }));
    assert.equal(few!.subjects.of, "patient");
    assert.equal(new Set(few!.subjects.ids).size, 50);
    assert.ok(few!.subjects.ids!.includes(patient));
  });

  await t.step("[S48] nothing is read while the audit cannot be written", async () => {
    await clinic.clinic.store.port.write([{ sql: "ALTER TABLE audit RENAME TO audit_away", args: [] }], true);
    for (const path of [`/api/patients/${patient}/`, "/api/patients/", "/api/patients/?search=pohano"]) {
      const { status, text } = await ask("GET", path, { as: "nurse" });
      assert.equal(status, 503, path);
      assert.doesNotMatch(text, /pohano/i);
    }
    await clinic.clinic.store.port.write([{ sql: "ALTER TABLE audit_away RENAME TO audit", args: [] }], true);
    assert.equal((await ask("GET", "/api/patients/", { as: "nurse" })).status, 200);
  });
});

/** What the audit has more after `work` than before, oldest first. */
async function entriesOf(api: TestApi, work: () => Promise<unknown>): Promise<Entry[]> {
  const before = await entries(api);
  await work();
  return (await entries(api)).slice(before.length);
}

async function entries({ clinic }: TestApi): Promise<Entry[]> {
  const sql = `SELECT actor, action, outcome, source, session, at, subjects FROM audit
    JOIN audit_chain USING (chain) ORDER BY started_at, chain, number`;
  const rows = await clinic.clinic.store.port.read({ sql, args: [] });
  return rows.map(([actor, action, outcome, source, session, at, subjects]) => ({
    ...{ actor, action, outcome, source, session, at } as Omit<Entry, "subjects">,
    subjects: JSON.parse(subjects as string),
  }));
}
