import assert from "node:assert/strict";
import { apiTest, statusAndErrors, type TestApi } from "@/tests/support/api/test_api.ts";

apiTest("searching patients", async (api, t) => {
  const { ask, registerPatient } = api;
  const ids: Record<string, string> = {};
  const people: [key: string, full_name: string, file_number: string, contact_details: string][] = [
    ["part", "Lethabong Mokoena", "1001", "+266 5811 1111"],
    ["beginning", "Thabong Mokoena", "1002", "58222222"],
    ["word", "Mokoena Thabo", "1003", "00266 5833 3333"],
    ["other", "Ts’epo Ñandú-Khotso", "KB/77-a", "no phone"],
    ["file", "Palesa Letsie", "thabo", "+27 82 123 4567"],
  ];
  for (const [key, full_name, file_number, contact_details] of people) {
    ids[key] = await registerPatient({ full_name, file_number, contact_details });
  }
  const found = (search: string, more = "") =>
    searched(api, `search=${encodeURIComponent(search)}${more}`, ids);

  await t.step("the best match first: file number, word, beginning, part", async () => {
    assert.deepEqual(await found("thabo"), ["file", "word", "beginning", "part"]);
    assert.deepEqual(await found("THABO mokoena"), ["word", "beginning", "part"]);
    assert.deepEqual(await found("mokoena thabo"), ["word", "beginning", "part"]);
    assert.deepEqual(
      await found("mo th"),
      ["beginning", "word"],
      "two letters, from the beginning alone",
    );
    assert.deepEqual(
      await found("mokoena"),
      ["part", "beginning", "word"],
      "equal ones in order of registration",
    );
  });

  await t.step("without case, diacritics, apostrophes and hyphens", async () => {
    for (const search of ["tsepo", "Ts'epo", "TS’EPO", "nandu", "ñandú-khotso", "nandukhotso", "  tsepo  "]) {
      assert.deepEqual(await found(search), ["other"], search);
    }
  });

  await t.step("by file number and by the end of the phone number", async () => {
    assert.deepEqual(await found("1002"), ["beginning"]);
    assert.deepEqual(await found("kb/77-A"), ["other"]);
    assert.deepEqual(await found("58333333"), ["word"]);
    assert.deepEqual(await found("+26658333333"), ["word"]);
    assert.deepEqual(await found("3333"), ["word"]);
    assert.deepEqual(await found("4567"), ["file"]);
    assert.deepEqual(await found("33"), [], "two digits are too few");
  });

  await t.step("other fields are not searched, and a blank search is no filter", async () => {
    for (const search of ["zzz", "2000-01-01", "uuid", "'", "--", "thabo zzz", "%", "*"]) {
      assert.deepEqual(await found(search), [], search);
    }
    const whole = people.map(([key]) => key);
    for (const search of ["", " ", "\t\n"]) {
      assert.deepEqual(await found(search), whole);
      const body = { search, limit: 2 };
      const posted = await ask("POST", "/api/patients/search/", { as: "receptionist", body });
      assert.equal(posted.headers.get("x-total-count"), String(whole.length));
      const names = posted.json.map(({ full_name }: { full_name: string }) => full_name);
      const all = await ask("GET", "/api/patients/?limit=2", { as: "receptionist" });
      assert.deepEqual(names, all.json.map(({ full_name }: { full_name: string }) => full_name));
      assert.equal(posted.headers.get("link"), null, "a search has one page");
    }
  });

  await t.step("[S36] POST finds the same without a name in the address", async () => {
    for (const search of ["thabo", "mokoena", "tsepo", "zzz", "3333"]) {
      for (const limit of [undefined, 2]) {
        const query = `search=${encodeURIComponent(search)}${limit ? `&limit=${limit}` : ""}`;
        const got = await ask("GET", `/api/patients/?${query}`, { as: "receptionist" });
        const body = limit ? { search, limit } : { search };
        const posted = await ask("POST", "/api/patients/search/", { as: "receptionist", body });
        assert.equal(posted.status, 200);
        assert.equal(posted.text, got.text);
        assert.equal(posted.headers.get("x-total-count"), got.headers.get("x-total-count"));
      }
    }
  });

  await t.step("a changed name is found at once, and the old one no longer", async () => {
    await ask("PUT", `/api/patients/${ids.other}/`, { as: "nurse", body: { full_name: "Limpho Renamed" } });
    assert.deepEqual(await found("limpho"), ["other"]);
    assert.deepEqual(await found("tsepo"), []);
  });

  await t.step("50 results by default, up to 200 with limit, and the total is the number found", async () => {
    const crowd = Array.from({ length: 60 }, (_, n) => registerPatient({ full_name: `Crowd Number${n}` }));
    await Promise.all(crowd);
    const counted = async (more: string) => {
      const { json, headers } = await ask("GET", `/api/patients/?search=crowd${more}`, { as: "nurse" });
      return [json.length, headers.get("x-total-count"), headers.get("link")];
    };
    assert.deepEqual(await counted(""), [50, "60", null]);
    assert.deepEqual(await counted("&limit=200"), [60, "60", null]);
    assert.deepEqual(await counted("&limit=1"), [1, "60", null]);
    const many = await ask("GET", "/api/patients/?search=crowd&limit=201", { as: "nurse" });
    assert.match(statusAndErrors(many), /^400 limit:/);
    const cursor = await ask("GET", "/api/patients/?search=crowd&cursor=x", { as: "nurse" });
    assert.equal(statusAndErrors(cursor), "400 cursor:not_allowed");
    const long = await ask("GET", `/api/patients/?search=${"x".repeat(501)}`, { as: "nurse" });
    assert.equal(statusAndErrors(long), "400 search:too_long");
  });
});

/** The keys of the patients found, in order; the total must be how many there are. */
async function searched({ ask }: TestApi, query: string, ids: Record<string, string>): Promise<string[]> {
  const { status, json, headers, text } = await ask("GET", `/api/patients/?${query}`, { as: "receptionist" });
  assert.equal(status, 200, text);
  assert.equal(headers.get("x-total-count"), String(json.length));
  const keys = new Map(Object.entries(ids).map(([key, id]) => [id, key]));
  return json.map(({ patient_id }: { patient_id: string }) => keys.get(patient_id) ?? "somebody else");
}
