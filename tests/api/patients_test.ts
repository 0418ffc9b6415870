import assert from "node:assert/strict";
import { apiTest, patientBody, statusAndErrors } from "@/tests/support/api/test_api.ts";

apiTest("patients", async (api, t) => {
  const { ask, clinic, registerPatient, newSignIn } = api;
  const post = (over: Record<string, unknown>) =>
    ask("POST", "/api/patients/", { as: "nurse", body: patientBody(over) });
  const get = async (id: string) => (await ask("GET", `/api/patients/${id}/`, { as: "nurse" })).json;

  await t.step("a new patient is found at Location, at version 1", async () => {
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

  await t.step("fields beyond their limits are refused and named", async () => {
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

  await t.step("date_of_birth_estimated is answered only where it is true", async () => {
    const id = await registerPatient({ date_of_birth_estimated: true });
    assert.equal((await get(id)).date_of_birth_estimated, true);
    await ask("PUT", `/api/patients/${id}/`, { as: "nurse", body: { gender: "F" } });
    assert.equal((await get(id)).date_of_birth_estimated, true, "kept when something else changes");
    await ask("PUT", `/api/patients/${id}/`, { as: "nurse", body: { date_of_birth_estimated: false } });
    assert.ok(!("date_of_birth_estimated" in await get(id)));
    const plain = await registerPatient({ date_of_birth_estimated: false });
    assert.ok(!("date_of_birth_estimated" in await get(plain)));
  });

  await t.step("a change keeps the fields that it does not name; an empty change keeps all", async () => {
    const id = await registerPatient();
    const before = await get(id);
    const { status, headers } = await ask("PUT", `/api/patients/${id}/`, { as: "receptionist", body: {} });
    assert.equal(status, 200);
    assert.equal(headers.get("etag"), '"v1"');
    assert.deepEqual(await get(id), before);
    await ask("PUT", `/api/patients/${id}/`, { as: "receptionist", body: { full_name: "Another" } });
    assert.deepEqual(await get(id), { ...before, full_name: "Another" });
  });

  await t.step("a date of birth is not after today in the clinic's time zone", async () => {
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
