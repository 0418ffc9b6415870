import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { apiTestOnEveryDatabase, statusAndErrors, type TestApi } from "@/tests/support/api/test_api.ts";

apiTestOnEveryDatabase("lists", async (api, t) => {
  const { ask, clinic, registerPatient, logVisit } = api;
  const { json: { department_id: ward } } = await ask("POST", "/api/departments/", {
    as: "admin",
    body: { name: "Ward" },
  });
  const patients: string[] = [];
  for (let n = 0; n < 12; n++) patients.push(await registerPatient());
  const visits: Logged[] = [];
  for (let n = 0; n < 25; n++) {
    const visit_date = `2025-12-${String(1 + n * 7 % 9).padStart(2, "0")}`;
    const visit_time = `${String(8 + n % 3).padStart(2, "0")}:00`; // several at the same moment
    const department_id = n % 3 === 0 ? ward : clinic.departmentId;
    const patient = patients[n % 4]!;
    visits.push({
      id: await logVisit(patient, { visit_date, visit_time, department_id }),
      visit_date,
      visit_time,
      department_id,
      patient,
    });
  }
  visits.sort((a, b) => keyOf(a) < keyOf(b) ? 1 : -1);

  await t.step("patients come in order of registration, visits newest first", async () => {
    assert.deepEqual((await page(api, "/api/patients/")).ids, patients);
    assert.deepEqual((await page(api, "/api/visits/")).ids, visits.map(({ id }) => id));
  });

  await t.step("pages followed by Link are the whole list, for every page size", async () => {
    const paths = ["/api/patients/?", "/api/visits/?", `/api/patients/${patients[1]}/visits/?`];
    const filters = [
      `/api/visits/?department=${ward}&`,
      "/api/visits/?start_date=2025-12-03&end_date=2025-12-07&",
    ];
    for (const path of [...paths, ...filters]) {
      const whole = await page(api, path);
      assert.equal(whole.next, undefined);
      assert.equal(whole.total, whole.ids.length);
      for (const limit of [1, 4, 5, 12, 24, 25, 26, 1000]) {
        const walked: string[] = [];
        for (let next: string | undefined = `${path}limit=${limit}`; next;) {
          const part: Page = await page(api, next);
          assert.equal(part.total, whole.total);
          assert.ok(part.ids.length <= limit && part.ids.length > 0);
          assert.ok(part.next !== undefined || walked.length + part.ids.length === whole.total);
          walked.push(...part.ids);
          next = part.next;
        }
        assert.deepEqual(walked, whole.ids, `${path}limit=${limit}`);
      }
    }
  });

  await t.step("a cursor stays right while patients are registered", async () => {
    const first = await page(api, "/api/patients/?limit=10");
    const added = await registerPatient();
    const rest = await page(api, first.next!);
    assert.deepEqual([...first.ids, ...rest.ids], [...patients, added]);
    assert.equal(rest.total, 13);
  });

  await t.step(
    "the dates are inclusive, one alone leaves the other end open, and the department filters",
    async () => {
      const filters: [string, (visit: Logged) => boolean][] = [
        ["start_date=2025-12-05", ({ visit_date }) => visit_date >= "2025-12-05"],
        ["end_date=2025-12-05", ({ visit_date }) => visit_date <= "2025-12-05"],
        ["start_date=2025-12-05&end_date=2025-12-05", ({ visit_date }) => visit_date === "2025-12-05"],
        [
          "start_date=2025-12-02&end_date=2025-12-08",
          ({ visit_date: d }) => d >= "2025-12-02" && d <= "2025-12-08",
        ],
        [`department=${ward}`, ({ department_id }) => department_id === ward],
        [
          `department=${ward}&end_date=2025-12-04`,
          (v) => v.department_id === ward && v.visit_date <= "2025-12-04",
        ],
        ["start_date=2026-01-01", () => false],
      ];
      for (const [filter, meets] of filters) {
        const { ids, total } = await page(api, `/api/visits/?${filter}`);
        assert.deepEqual(ids, visits.filter(meets).map(({ id }) => id), filter);
        assert.equal(total, ids.length, filter);
      }
    },
  );

  await t.step("invalid filters and cursors are refused and named", async () => {
    const forged = (key: unknown) => Buffer.from(JSON.stringify(key)).toString("base64url");
    const id = crypto.randomUUID();
    const refused: [string, string][] = [
      ["start_date=2025-12-02&end_date=2025-12-01", "start_date:start_after_end"],
      ["start_date=2025-02-30", "start_date:wrong_format"],
      ["end_date=", "end_date:wrong_format"],
      [`department=${id}`, "department:unknown_department"],
      ["department=General", "department:unknown_department"],
      ["department=", "department:unknown_department"],
      ["cursor=x", "cursor:unknown_cursor"],
      ["cursor=", "cursor:unknown_cursor"],
      [`cursor=${forged([id])}`, "cursor:unknown_cursor"],
      [`cursor=${forged(["2025-12-01", "\ud800", id])}`, "cursor:unknown_cursor"],
      [`cursor=${forged({ id })}`, "cursor:unknown_cursor"],
    ];
    for (const [query, expected] of refused) {
      assert.equal(
        statusAndErrors(await ask("GET", `/api/visits/?${query}`, { as: "nurse" })),
        `400 ${expected}`,
        query,
      );
    }
    const patient = await ask("GET", `/api/patients/?cursor=${forged(["x"])}`, { as: "nurse" });
    assert.equal(statusAndErrors(patient), "400 cursor:unknown_cursor");
    const nobody = await page(
      api,
      `/api/patients/?limit=5&cursor=${forged(["ffffffff-ffff-7fff-bfff-ffffffffffff"])}`,
    );
    assert.deepEqual(nobody.ids, []);
  });
});

interface Logged {
  readonly id: string;
  readonly visit_date: string;
  readonly visit_time: string;
  readonly department_id: string;
  readonly patient: string;
}

function keyOf({ visit_date, visit_time, id }: Logged): string {
  return `${visit_date} ${visit_time} ${id}`;
}

interface Page {
  readonly ids: string[];
  readonly total: number;
  readonly next: string | undefined;
}

async function page({ ask }: TestApi, path: string): Promise<Page> {
  const { status, json, headers, text } = await ask("GET", path, { as: "nurse" });
  assert.equal(status, 200, text);
  return {
    ids: json.map((item: Record<string, string>) => item.visit_id ?? item.patient_id),
    total: Number(headers.get("x-total-count")),
    next: /^<(.+)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1],
  };
}
