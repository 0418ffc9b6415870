import assert from "node:assert/strict";
import { apiTest, apiTestOnEveryDatabase, bearer, type TestApi } from "@/tests/support/api/test_api.ts";
import { manyPatients, manyVisits } from "@/tests/support/api/many_records.ts";

apiTestOnEveryDatabase("long lists", async (api, t) => {
  const { ask, clinic, registerPatient } = api;
  const patients = await manyPatients(clinic, 1_200);
  const visits = (await manyVisits(clinic, patients[0]!, 1_200, "n")).reverse();

  await t.step("1,200 patients, streamed while others are registered, are the same as in pages", async () => {
    const list = ask("GET", "/api/patients/", { as: "nurse" });
    const meanwhile = Promise.all(Array.from({ length: 30 }, () => registerPatient()));
    const { json, headers, status } = await list;
    await meanwhile;
    assert.equal(status, 200);
    const streamed = idsOf(json), paged = await walked(api, "/api/patients/?limit=500");
    assert.ok(streamed.length >= 1_200);
    assert.deepEqual(streamed.slice(0, 1_200), patients);
    assert.deepEqual(streamed, paged.slice(0, streamed.length), "in order, none twice, none left out");
    assert.equal(paged.length, 1_230);
    assert.ok(Number(headers.get("x-total-count")) >= 1_200);
    assert.equal(headers.get("link"), null);
  });

  await t.step(
    "1,200 visits, streamed, are the same as in pages, for the clinic and for a patient",
    async () => {
      for (const path of ["/api/visits/", `/api/patients/${patients[0]}/visits/`]) {
        const { json, headers } = await ask("GET", path, { as: "nurse" });
        assert.deepEqual(idsOf(json), visits);
        assert.equal(headers.get("x-total-count"), "1200");
        assert.deepEqual(await walked(api, `${path}?limit=999`), visits);
      }
    },
  );

  await t.step("HEAD of a long list has its headers and reads no records", async () => {
    const { status, headers, text } = await ask("HEAD", "/api/visits/", { as: "nurse" });
    assert.deepEqual([status, headers.get("x-total-count"), text], [200, "1200", ""]);
  });

  await t.step("an unreadable record keeps its place in the middle of a stream", async () => {
    const sql = "UPDATE patient SET record = zeroblob(100) WHERE id = ?";
    await clinic.clinic.store.port.write([{ sql, args: [patients[700]!] }], true);
    const { json } = await ask("GET", "/api/patients/", { as: "nurse" });
    assert.deepEqual(idsOf(json).slice(0, 1_200), patients);
    assert.equal(json[700].error, "record_unreadable");
    assert.equal(json[700].full_name, null);
    assert.equal(json.filter(({ error }: { error?: string }) => error).length, 1);
  });
});

// 30 MB, far more than lies in any buffer between the two ends, so the later pages are read after the table has gone.
apiTest(
  "[S37] where a list fails midway the connection is cut, and the array is never closed",
  async (api) => {
    const { ask, clinic, registerPatient } = api;
    await manyVisits(clinic, await registerPatient(), 1_000, "ṅ".repeat(10_000));
    const { port } = clinic.clinic.store;
    const headers = bearer(clinic.token("doctor"));
    const response = await fetch(`${clinic.url}/api/visits/`, { headers });
    assert.equal(response.status, 200);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = (await reader.read()).value ?? "";
    await port.write([{ sql: "ALTER TABLE visit RENAME TO visit_away", args: [] }], true);
    await assert.rejects(async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
    });
    assert.ok(text.startsWith('[{"visit_id"'));
    assert.throws(() => JSON.parse(text));
    assert.doesNotMatch(text.slice(-1_000), /\]$/);
    const kinds = clinic.failures.map(({ error }) => (error as Error).name);
    assert.deepEqual(kinds, ["DatabaseUnavailable"], "the log names the error, without a query");
    await port.write([{ sql: "ALTER TABLE visit_away RENAME TO visit", args: [] }], true);
    assert.equal(
      (await ask("GET", "/api/visits/?limit=1", { as: "doctor" })).status,
      200,
      "the server keeps running",
    );
  },
);

function idsOf(items: Record<string, string>[]): string[] {
  return items.map((item) => (item.visit_id ?? item.patient_id)!);
}

async function walked({ ask }: TestApi, path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let next: string | undefined = path; next;) {
    const { json, headers } = await ask("GET", next, { as: "nurse" });
    ids.push(...idsOf(json));
    next = /^<(.+)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1];
  }
  return ids;
}
