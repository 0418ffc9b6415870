import assert from "node:assert/strict";
import { apiTestOnEveryDatabase, patientBody, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTestOnEveryDatabase("file numbers", async (api, t) => {
  const { ask, registerPatient } = api;
  const next = async () =>
    (await ask("GET", "/api/patients/next-file-number/", { as: "receptionist" })).json.file_number;

  await t.step("the next number follows the highest, with as many digits, and is free", async () => {
    assert.equal(await next(), "1");
    await registerPatient({ file_number: "0099" });
    assert.equal(await next(), "0100");
    await registerPatient({ file_number: "55984" });
    await registerPatient({ file_number: "99999-A" });
    assert.equal(await next(), "55985");
    assert.equal(await next(), "55985", "nothing is held");
    const id = await registerPatient({ file_number: await next() });
    assert.equal(await next(), "55986");
    await ask("PUT", `/api/patients/${id}/`, { as: "nurse", body: { file_number: "60000" } });
    assert.equal(await next(), "60001");
    await ask("POST", `/api/patients/${id}/void/`, { as: "doctor", body: { reason: "twice" } });
    assert.equal(await next(), "60001", "a voided patient's number is not free");
  });

  await t.step("are unique without regard to case, also when changed and when voided", async () => {
    const first = await registerPatient({ file_number: "AB/1-é" });
    const second = await registerPatient({ file_number: "AB/2" });
    for (const file_number of ["AB/1-é", "ab/1-É"]) {
      const body = patientBody({ file_number });
      const taken = await ask("POST", "/api/patients/", { as: "nurse", body });
      assert.equal(statusAndErrors(taken), "409 file_number:file_number_taken");
      const put = await ask("PUT", `/api/patients/${second}/`, { as: "nurse", body: { file_number } });
      assert.equal(statusAndErrors(put), "409 file_number:file_number_taken");
    }
    const own = await ask("PUT", `/api/patients/${first}/`, { as: "nurse", body: { file_number: "ab/1-é" } });
    assert.equal(own.status, 200, "one's own number, spelled otherwise");
    await ask("POST", `/api/patients/${first}/void/`, { as: "doctor", body: { reason: "twice" } });
    const again = patientBody({ file_number: "AB/1-é" });
    assert.equal((await ask("POST", "/api/patients/", { as: "nurse", body: again })).status, 409);
    await ask("PUT", `/api/patients/${second}/`, { as: "nurse", body: { file_number: "AB/3" } });
    const free = patientBody({ file_number: "ab/2" });
    assert.equal((await ask("POST", "/api/patients/", { as: "nurse", body: free })).status, 201);
  });

  await t.step("[R13] of 100 requests with the same number at once, one succeeds", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) =>
      ask("POST", "/api/patients/", {
        as: "nurse",
        body: patientBody({ file_number: n % 2 ? "race-1" : "RACE-1" }),
      })));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [201, ...Array(99).fill(409)]);
    const found = await ask("GET", "/api/patients/?search=race-1", { as: "nurse" });
    assert.equal(found.json.length, 1);
  });
});
