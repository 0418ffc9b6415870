import assert from "node:assert/strict";
import { logFailure } from "@/cli/log.ts";
import type { Answer } from "@/tests/support/clinic.ts";
import {
  apiTestOnEveryDatabase,
  patientBody,
  type TestApi,
  visitBody,
} from "@/tests/support/api/test_api.ts";

// Nothing of what was asked, of what is stored or of how it is stored.
const TELLTALE = /sqlite|select|insert|table|trigger|no such|pohano|mamello|sunflower|F-secret|\.ts:/i;

apiTestOnEveryDatabase(
  "[S37] no text of the database's errors reaches an answer or the log",
  async (api, t) => {
    const { ask, clinic, registerPatient, logVisit } = api;
    const patient = await registerPatient({ full_name: "Mamello Pohano", file_number: "F-secret" });
    const visit = await logVisit(patient, { notes: "sunflower" });
    const sql = (text: string) => clinic.clinic.store.port.write([{ sql: text, args: [] }], true);

    await t.step(
      "[S37] [S36] a missing table: 503 with a request id, and a log without details",
      async () => {
        await sql("ALTER TABLE patient RENAME TO patient_away");
        const answers = [
          await ask("GET", `/api/patients/${patient}/`, { as: "nurse" }),
          await ask("GET", "/api/patients/", { as: "nurse" }),
          await ask("GET", "/api/patients/?search=mamello", { as: "nurse" }),
          await ask("POST", "/api/patients/search/", { as: "nurse", body: { search: "mamello" } }),
          await ask("POST", "/api/patients/", { as: "nurse", body: patientBody() }),
          await ask("POST", "/api/visits/", {
            as: "nurse",
            body: visitBody(clinic, patient, { notes: "sunflower" }),
          }),
        ];
        await sql("ALTER TABLE patient_away RENAME TO patient");
        for (const answer of answers) {
          assertTellsNothing(api, answer, "database_unavailable", 503);
          assert.ok(Number(answer.headers.get("retry-after")) > 0);
        }
        assert.equal((await ask("GET", `/api/patients/${patient}/`, { as: "nurse" })).status, 200);
      },
    );

    await t.step(
      "[S37] a trigger that fails and quotes the record: 500, and nothing is written in part",
      async () => {
        await sql(
          "CREATE TRIGGER odd BEFORE INSERT ON patient_file_tag BEGIN SELECT RAISE(ABORT, 'no Mamello here'); END",
        );
        const answer = await ask("POST", "/api/patients/", {
          as: "nurse",
          body: patientBody({ full_name: "Mamello" }),
        });
        await sql("DROP TRIGGER odd");
        assertTellsNothing(api, answer, "internal_error", 500);
        const { json, headers } = await ask("GET", "/api/patients/", { as: "nurse" });
        assert.equal(json.length, 1);
        assert.equal(headers.get("x-total-count"), "1");
      },
    );

    await t.step(
      "[S37] a record that was tampered with keeps its place in lists, and is an error on its own",
      async () => {
        const second = await registerPatient();
        for (const record of ["x'00'", "zeroblob(0)", "zeroblob(200)", "'text'", "5", "1.5"]) {
          await sql(`UPDATE patient SET record = ${record} WHERE id = '${patient}'`);
          const list = await ask("GET", "/api/patients/", { as: "nurse" });
          assert.equal(list.status, 200, `${record}: ${list.text}`);
          const UNREADABLE = {
            full_name: null,
            date_of_birth: null,
            gender: null,
            contact_details: null,
            file_number: null,
          };
          assert.deepEqual(list.json[0], { patient_id: patient, ...UNREADABLE, error: "record_unreadable" });
          assert.equal(list.json[1].patient_id, second);
          assert.equal(list.headers.get("x-total-count"), "2");
          const one = await ask("GET", `/api/patients/${patient}/`, { as: "nurse" });
          assertTellsNothing(api, one, "record_unreadable", 500);
          const put = await ask("PUT", `/api/patients/${patient}/`, { as: "nurse", body: { gender: "F" } });
          assertTellsNothing(api, put, "record_unreadable", 500);
          const found = await ask("GET", "/api/patients/?search=pohano", { as: "nurse" });
          assert.deepEqual(found.json.map(({ patient_id }: { patient_id: string }) => patient_id), [second]);
        }
        const visits = await ask("GET", `/api/patients/${patient}/visits/`, { as: "nurse" });
        assert.equal(
          visits.json[0].notes,
          "sunflower",
          "the visits of a patient who cannot be opened can be read",
        );
      },
    );

    await t.step("a visit that was tampered with keeps its place in lists, its notes null", async () => {
      await sql(`UPDATE visit SET visit_time = '23:59' WHERE id = '${visit}'`);
      for (const path of ["/api/visits/", `/api/patients/${patient}/visits/`]) {
        const { status, json } = await ask("GET", path, { as: "nurse" });
        assert.equal(status, 200);
        assert.deepEqual([json.length, json[0].notes, json[0].error], [1, null, "record_unreadable"]);
      }
      const put = await ask("PUT", `/api/visits/${visit}/`, { as: "nurse", body: { notes: "x" } });
      assertTellsNothing(api, put, "record_unreadable", 500);
    });

    await t.step("[S48] [S53] the audit names the record that did not open", async () => {
      const query =
        "SELECT count(*) FROM audit WHERE action = 'record.open' AND outcome = 'failed' AND subjects LIKE ?";
      for (const id of [patient, visit]) {
        const rows = await clinic.clinic.store.port.read({ sql: query, args: [`%${id}%`] });
        assert.equal(rows[0]![0], 1);
      }
    });
  },
);

function assertTellsNothing(
  { clinic }: TestApi,
  { status, json, text }: Answer,
  code: string,
  expected: number,
) {
  assert.equal(status, expected, text);
  assert.equal(json.code, code);
  assert.deepEqual(json.errors, []);
  assert.doesNotMatch(json.detail + json.instance + text.replace(json.detail, ""), TELLTALE);
  const line = logged(clinic.failures.find(({ requestId }) => requestId === json.instance)!);
  assert.ok(line.includes(json.instance), "whoever reads the log finds the request");
  assert.doesNotMatch(line.replace(/"at":\[.*\]/, ""), TELLTALE);
}

/** The line that a failure puts into the log. */
function logged(failure: Parameters<typeof logFailure>[0]): string {
  const lines: string[] = [];
  const { error } = console;
  console.error = (line: string) => lines.push(line);
  try {
    logFailure(failure);
  } finally {
    console.error = error;
  }
  return lines.join("\n");
}
