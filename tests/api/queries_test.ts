import assert from "node:assert/strict";
import { apiTest, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTest("queries", async ({ ask, clinic }, t) => {
  const as = "admin";

  await t.step("[S35] a limit that is not a number within its range is refused", async () => {
    for (const limit of ["1e9", "1001", "0", "-1", "NaN", "Infinity", "1.5", "x", "", "%00", "null"]) {
      for (const path of ["/api/patients/", "/api/visits/"]) {
        const answer = await ask("GET", `${path}?limit=${limit}`, { as });
        assert.match(statusAndErrors(answer), /^400 limit:\w+$/, limit);
      }
    }
    for (const limit of [1_000_000_000, 201, 0, -1, 1.5, "10", null]) {
      const answer = await ask("POST", "/api/patients/search/", { as, body: { search: "a", limit } });
      assert.match(statusAndErrors(answer), /^400 limit:\w+$/, String(limit));
    }
    assert.match(
      statusAndErrors(await ask("GET", "/api/patients/?search=a&limit=201", { as })),
      /^400 limit:/,
    );
    assert.equal((await ask("GET", "/api/patients/?limit=1000", { as })).status, 200);
  });

  await t.step("an unknown query parameter is refused, and the known ones are named", async () => {
    const { status, json } = await ask("GET", "/api/visits/?dept=x", { as });
    assert.equal(status, 400);
    assert.equal(json.errors[0].field, "dept");
    for (const name of ["start_date", "end_date", "department", "limit", "cursor", "include"]) {
      assert.match(json.errors[0].message, new RegExp(`\\b${name}\\b`));
    }
    const others = [
      "/api/departments/?search=x",
      "/api/patients/next-file-number/?x=1",
      "/api/staff/?limit=5",
    ];
    for (const path of others) {
      assert.match(statusAndErrors(await ask("GET", path, { as })), /^400 \w+:unknown_field$/);
    }
    const put = await ask("PUT", `/api/departments/${clinic.departmentId}/?x=1`, { as, body: {} });
    assert.equal(statusAndErrors(put), "400 x:unknown_field");
    for (const include of ["all", "", "voided,inactive", "inactive"]) {
      const answer = await ask("GET", `/api/patients/?include=${include}`, { as });
      assert.equal(statusAndErrors(answer), "400 include:not_allowed");
    }
  });
});
