import assert from "node:assert/strict";
import {
  apiTest,
  apiTestOnEveryDatabase,
  statusAndErrors,
  type TestApi,
} from "@/tests/support/api/test_api.ts";
import { entriesOf } from "@/tests/support/db/audit.ts";

apiTestOnEveryDatabase("voiding and restoring", async (api, t) => {
  const { ask, registerPatient, logVisit, clinic } = api;
  const kept = await registerPatient({ full_name: "Kept Khotso" });
  const patient = await registerPatient({ full_name: "Voided Khotso" });
  const visit = await logVisit(kept, { visit_date: "2025-12-01", notes: "first" });
  const other = await logVisit(kept, { visit_date: "2025-12-02" });
  const counted = (path: string) => count(api, path);

  await t.step("a voided visit is not in lists and totals", async () => {
    const answer = await ask("POST", `/api/visits/${visit}/void/`, {
      as: "doctor",
      body: { reason: " mistaken " },
    });
    assert.equal(answer.status, 200);
    assert.deepEqual(answer.json, { visit_id: visit, message: "Visit voided successfully" });
    assert.equal(answer.headers.get("etag"), '"v2"');
    const lists = [
      "/api/visits/?",
      `/api/patients/${kept}/visits/?`,
      `/api/visits/?department=${clinic.departmentId}&`,
    ];
    for (const path of [...lists, "/api/visits/?start_date=2025-12-01&end_date=2025-12-02&"]) {
      assert.deepEqual(await counted(path), [other], path);
      assert.deepEqual(await counted(`${path}include=voided`), [other, visit], path);
      assert.deepEqual(await counted(`${path}include=voided&limit=1`), [other, visit], path);
    }
    assert.deepEqual(await counted("/api/visits/?end_date=2025-12-01"), []);
    assert.equal((await ask("GET", `/api/visits/${visit}/`, { as: "admin" })).status, 404);
  });

  await t.step("roles that may see it see when and why", async () => {
    for (const path of [`/api/visits/${visit}/?`, "/api/visits/?", `/api/patients/${kept}/visits/?`]) {
      const { json } = await ask("GET", `${path}include=voided`, { as: "doctor" });
      const found = [json].flat().find(({ visit_id }) => visit_id === visit);
      assert.equal(found.notes, "first");
      assert.equal(found.voided.reason, "mistaken");
      assert.match(found.voided.at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    }
  });

  await t.step("it cannot be voided twice or changed, and is restored as it was", async () => {
    const again = await ask("POST", `/api/visits/${visit}/void/`, { as: "doctor", body: { reason: "x" } });
    assert.equal(again.json.code, "already_voided");
    assert.equal(
      (await ask("PUT", `/api/visits/${visit}/`, { as: "doctor", body: { notes: "x" } })).status,
      404,
    );
    const restored = await ask("POST", `/api/visits/${visit}/restore/`, { as: "doctor" });
    assert.deepEqual(restored.json, { visit_id: visit, message: "Visit restored successfully" });
    const twice = await ask("POST", `/api/visits/${visit}/restore/`, { as: "doctor", body: {} });
    assert.equal(twice.json.code, "not_voided");
    const { json } = await ask("GET", `/api/visits/${visit}/`, { as: "nurse" });
    assert.equal(json.notes, "first");
    assert.ok(!("voided" in json));
    assert.deepEqual(await counted("/api/visits/?"), [other, visit]);
  });

  await t.step("a voided patient is not in lists, totals and search, and can be restored", async () => {
    const answer = await ask("POST", `/api/patients/${patient}/void/`, {
      as: "admin",
      body: { reason: "twice" },
    });
    assert.deepEqual(answer.json, { patient_id: patient, message: "Patient voided successfully" });
    assert.deepEqual(await counted("/api/patients/?"), [kept]);
    assert.deepEqual(await counted("/api/patients/?search=khotso"), [kept]);
    assert.deepEqual(await counted("/api/patients/?include=voided"), [kept, patient]);
    assert.deepEqual(await counted("/api/patients/?include=voided&limit=1"), [kept, patient]);
    const search = await ask("GET", "/api/patients/?search=khotso&include=voided", { as: "doctor" });
    assert.equal(statusAndErrors(search), "400 include:not_allowed");
    const one = await ask("GET", `/api/patients/${patient}/?include=voided`, { as: "doctor" });
    assert.equal(one.json.voided.reason, "twice");
    const visits = await ask("GET", `/api/patients/${patient}/visits/?include=voided`, { as: "doctor" });
    assert.deepEqual(visits.json, []);
    const again = await ask("POST", `/api/patients/${patient}/void/`, {
      as: "doctor",
      body: { reason: "x" },
    });
    assert.equal(again.json.code, "already_voided");
    const put = await ask("PUT", `/api/patients/${patient}/`, { as: "doctor", body: { gender: "F" } });
    assert.equal(put.status, 404);
    assert.equal((await ask("POST", `/api/patients/${patient}/restore/`, { as: "doctor" })).status, 200);
    assert.deepEqual(await counted("/api/patients/?"), [kept, patient]);
    assert.deepEqual(await counted("/api/patients/?search=khotso"), [kept, patient]);
    const back = await ask("GET", `/api/patients/${patient}/`, { as: "nurse" });
    assert.ok(!("voided" in back.json));
  });
});

apiTest("voiding needs a reason of 1–500 characters", async ({ ask, registerPatient, logVisit }) => {
  const patient = await registerPatient();
  const visit = await logVisit(patient);
  for (const path of [`/api/patients/${patient}/void/`, `/api/visits/${visit}/void/`]) {
    for (
      const body of [{}, { reason: "" }, { reason: "  " }, { reason: "x".repeat(501) }, { reason: null }]
    ) {
      assert.match(statusAndErrors(await ask("POST", path, { as: "doctor", body })), /^400 reason:/);
    }
    assert.equal(
      statusAndErrors(await ask("POST", path, { as: "doctor", body: { reason: "x", at: "" } })),
      "400 at:unknown_field",
    );
    const stale = { "if-match": '"v7"' };
    const conflict = await ask("POST", path, { as: "doctor", body: { reason: "x" }, headers: stale });
    assert.equal(conflict.status, 412);
    assert.equal((await ask("POST", path, { as: "doctor", body: { reason: "x".repeat(500) } })).status, 200);
    const nobody = path.replace(/[0-9a-f-]{36}/, crypto.randomUUID());
    assert.equal((await ask("POST", nobody, { as: "doctor", body: { reason: "x" } })).status, 404);
  }
});

apiTestOnEveryDatabase("a reason for restoring", async ({ ask, registerPatient, logVisit, clinic }, t) => {
  const patient = await registerPatient();
  const visit = await logVisit(patient);
  const { patients, visits } = clinic.clinic.store;
  const records = [
    { path: `/api/patients/${patient}`, read: () => patients.byId(patient) },
    { path: `/api/visits/${visit}`, read: () => visits.byId(visit) },
  ];
  const voidRecord = (path: string) =>
    ask("POST", `${path}/void/`, { as: "doctor", body: { reason: "mistaken" } });
  const restore = (path: string, body?: unknown) => ask("POST", `${path}/restore/`, { as: "doctor", body });

  await t.step("is optional, and 1–500 characters", async () => {
    for (const { path } of records) {
      await voidRecord(path);
      for (const reason of ["", "  ", "x".repeat(501), null, 1]) {
        assert.match(statusAndErrors(await restore(path, { reason })), /^400 reason:/);
      }
      assert.equal(statusAndErrors(await restore(path, { why: "x" })), "400 why:unknown_field");
      assert.equal((await restore(path)).status, 200);
      await voidRecord(path);
      assert.equal((await restore(path, {})).status, 200);
      await voidRecord(path);
      assert.equal((await restore(path, { reason: "x".repeat(500) })).status, 200);
    }
  });

  await t.step("is sealed in the record until the next one, and in no answer", async () => {
    for (const { path, read } of records) {
      await voidRecord(path);
      const { status, text } = await restore(path, { reason: " found sunflower " });
      assert.equal(status, 200, text);
      assert.deepEqual(await restoreReason(read), "found sunflower");
      assert.doesNotMatch((await ask("GET", `${path}/`, { as: "doctor" })).text, /sunflower/);
      await voidRecord(path);
      await restore(path);
      assert.equal(await restoreReason(read), undefined);
    }
  });

  await t.step("is covered by the digest in the audit, which does not hold its words", async () => {
    const path = `/api/patients/${patient}`;
    await voidRecord(path);
    await restore(path, { reason: "sunflower" });
    const entries = await entriesOf(clinic.clinic.store, "patient.restore");
    assert.match(JSON.stringify(entries.at(-1)), /"digest":"[0-9a-f]{64}"/);
    assert.doesNotMatch(JSON.stringify(entries), /sunflower/);
  });
});

async function restoreReason(read: () => Promise<{ record: object } | undefined>): Promise<unknown> {
  const row = await read();
  assert.ok(row && !(row.record instanceof Error));
  return (row.record as { restore_reason?: string }).restore_reason;
}

/** The ids of a list, walked to its end; the total must be how many there are. */
async function count({ ask }: TestApi, path: string): Promise<string[]> {
  const ids: string[] = [];
  let total = "";
  for (let next: string | undefined = path; next;) {
    const { status, json, headers, text } = await ask("GET", next, { as: "doctor" });
    assert.equal(status, 200, text);
    ids.push(...json.map((item: Record<string, string>) => item.visit_id ?? item.patient_id));
    total = headers.get("x-total-count")!;
    next = /^<(.+)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1];
  }
  assert.equal(Number(total), ids.length, path);
  return ids;
}
