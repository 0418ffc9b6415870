import assert from "node:assert/strict";
import {
  apiTest,
  apiTestOnEveryDatabase,
  patientBody,
  statusAndErrors,
} from "@/tests/support/api/test_api.ts";

apiTest("patients", async (api, t) => {
  const { ask, clinic, registerPatient, newSignIn } = api;
  const post = (over: Record<string, unknown>) =>
    ask("POST", "/api/patients/", { as: "nurse", body: patientBody(over) });
  const get = async (id: string) => (await ask("GET", `/api/patients/${id}/`, { as: "nurse" })).json;

  await t.step("a new patient is where Location says, at the first version", async () => {
    const { status, headers, json } = await post({});
    assert.equal(status, 201);
    assert.equal(headers.get("location"), `/api/patients/${json.patient_id}/`);
    assert.equal(headers.get("etag"), '"v1"');
    const there = await ask("GET", headers.get("location")!, { as: "nurse" });
    assert.equal(there.headers.get("etag"), '"v1"');
    assert.equal(there.json.patient_id, json.patient_id);
  });

  await t.step("fields within their limits are returned as sent", async () => {
    for (
      const over of [
        { full_name: "M" },
        { full_name: "漢字" },
        { full_name: "x".repeat(200) },
        { full_name: '\'Mamoliehi "Lie" O’Brien-Ñandú' },
        { contact_details: "" },
        { contact_details: " 5812 3456 / home\n" },
        { contact_details: "ñ".repeat(200) },
        { gender: "O" },
        { gender: "U" },
        { date_of_birth: "1900-02-28" },
        { date_of_birth: "2024-02-29" },
        { file_number: "A/12-34" },
        { file_number: "ß-" + "9".repeat(30) },
      ]
    ) {
      const id = await registerPatient(over);
      const [key, value] = Object.entries(over)[0]!;
      assert.equal((await get(id))[key], value);
    }
    assert.equal(
      (await get(await registerPatient({ full_name: "  Spaces Around  " }))).full_name,
      "Spaces Around",
    );
  });

  await t.step("fields out of their limits are refused by name", async () => {
    const refused: [Record<string, unknown>, string][] = [
      [{ full_name: "" }, "full_name"],
      [{ full_name: "   " }, "full_name"],
      [{ full_name: "-.-" }, "full_name"],
      [{ full_name: "x".repeat(201) }, "full_name"],
      [{ contact_details: "x".repeat(201) }, "contact_details"],
      [{ gender: "m" }, "gender"],
      [{ gender: "X" }, "gender"],
      [{ file_number: "" }, "file_number"],
      [{ file_number: "x".repeat(33) }, "file_number"],
      [{ file_number: "a b" }, "file_number"],
      [{ file_number: "a_b" }, "file_number"],
      [{ date_of_birth: "2023-02-29" }, "date_of_birth"],
      [{ date_of_birth: "2000-13-01" }, "date_of_birth"],
      [{ date_of_birth: "01/02/2000" }, "date_of_birth"],
      [{ date_of_birth: "2000-1-1" }, "date_of_birth"],
      [{ date_of_birth: "2000-01-01T00:00:00Z" }, "date_of_birth"],
      [{ date_of_birth_estimated: "true" }, "date_of_birth_estimated"],
    ];
    const id = await registerPatient();
    for (const [over, field] of refused) {
      assert.match(statusAndErrors(await post(over)), new RegExp(`^400 ${field}:`), JSON.stringify(over));
      const put = await ask("PUT", `/api/patients/${id}/`, { as: "nurse", body: over });
      assert.match(statusAndErrors(put), new RegExp(`^400 ${field}:`), JSON.stringify(over));
    }
  });

  await t.step("an estimated date of birth is told only when it is one", async () => {
    const id = await registerPatient({ date_of_birth_estimated: true });
    assert.equal((await get(id)).date_of_birth_estimated, true);
    await ask("PUT", `/api/patients/${id}/`, { as: "nurse", body: { gender: "F" } });
    assert.equal((await get(id)).date_of_birth_estimated, true, "kept when something else changes");
    await ask("PUT", `/api/patients/${id}/`, { as: "nurse", body: { date_of_birth_estimated: false } });
    assert.ok(!("date_of_birth_estimated" in await get(id)));
    const plain = await registerPatient({ date_of_birth_estimated: false });
    assert.ok(!("date_of_birth_estimated" in await get(plain)));
  });

  await t.step("a change leaves what it does not name, and an empty one everything", async () => {
    const id = await registerPatient();
    const before = await get(id);
    const { status, headers } = await ask("PUT", `/api/patients/${id}/`, { as: "receptionist", body: {} });
    assert.equal(status, 200);
    assert.equal(headers.get("etag"), '"v1"');
    assert.deepEqual(await get(id), before);
    await ask("PUT", `/api/patients/${id}/`, { as: "receptionist", body: { full_name: "Another" } });
    assert.deepEqual(await get(id), { ...before, full_name: "Another" });
  });

  await t.step("birth is not after today, and today is the clinic's", async () => {
    const now = clinic.clinic.now();
    const nearMidnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1, 21, 50);
    clinic.advance((nearMidnight - now.getTime()) / 1_000); // 23:50 in Maseru
    const tomorrow = new Date(nearMidnight + 86_400_000).toISOString().slice(0, 10);
    const today = new Date(nearMidnight).toISOString().slice(0, 10);
    let headers = await newSignIn("nurse");
    const born = (date_of_birth: string) =>
      ask("POST", "/api/patients/", { headers, body: patientBody({ date_of_birth }) });
    assert.equal((await born(today)).status, 201);
    assert.equal(statusAndErrors(await born(tomorrow)), "400 date_of_birth:in_the_future");
    clinic.advance(12 * 60); // 00:02 in Maseru; in UTC it is still the day before
    headers = await newSignIn("nurse");
    assert.equal((await born(tomorrow)).status, 201);
    const id = (await born(today)).json.patient_id;
    const later = { date_of_birth: "9999-12-31" };
    const put = await ask("PUT", `/api/patients/${id}/`, { headers, body: later });
    assert.equal(statusAndErrors(put), "400 date_of_birth:in_the_future");
  });
});

apiTestOnEveryDatabase("file numbers", async (api, t) => {
  const { ask, registerPatient } = api;
  const next = async () =>
    (await ask("GET", "/api/patients/next-file-number/", { as: "receptionist" })).json.file_number;

  await t.step("the next one is the highest number's, with as many digits, and free", async () => {
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

  await t.step("of 100 who take the same one at once, one gets it", async () => {
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
