import assert from "node:assert/strict";
import { apiTest } from "@/tests/support/api/test_api.ts";

// Each commit lets one of them through and the rest try again: about 5,000 attempts, 3 s.
apiTest(
  "a hundred concurrent changes of one visit all succeed, and none is lost",
  async ({ ask, clinic, registerPatient, logVisit }) => {
    const visit = await logVisit(await registerPatient());
    const racers = Array.from(
      { length: 100 },
      (_, n) =>
        n % 2
          ? { notes: `racer ${n}` }
          : { visit_time: `10:${String(n % 60).padStart(2, "0")}`, doctor_id: clinic.staffIds.nurse },
    );
    const answers = await Promise.all(
      racers.map((body) => ask("PUT", `/api/visits/${visit}/`, { as: "doctor", body })),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    const { json, headers } = await ask("GET", `/api/visits/${visit}/`, { as: "nurse" });
    assert.equal(headers.get("etag"), '"v101"');
    assert.match(json.notes, /^racer /);
    assert.match(json.visit_time, /^10:/);
    assert.equal(json.doctor_id, clinic.staffIds.nurse);
  },
);
