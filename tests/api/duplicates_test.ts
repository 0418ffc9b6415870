import assert from "node:assert/strict";
import {
  apiTest,
  apiTestOnEveryDatabase,
  statusAndErrors,
  type TestApi,
} from "@/tests/support/api/test_api.ts";

const THABO = {
  full_name: "Thabo Mokoena",
  date_of_birth: "1984-06-12",
  gender: "M",
  contact_details: "+266 5811 1111",
};

apiTestOnEveryDatabase(
  "a person who is registered already is found by what is alike, with the reasons",
  async (api, t) => {
    const { registerPatient } = api;
    const thabo = await registerPatient(THABO);
    const cases: [name: string, asked: Partial<typeof THABO>, reasons: string[] | undefined][] = [
      ["himself", THABO, ["the same name", "born on the same day", "the same phone number"]],
      ["names in another order", { ...THABO, full_name: "MOKOENA, Thabo" }, [
        "the same names in another order",
        "born on the same day",
        "the same phone number",
      ]],
      ["the other spelling", { ...THABO, full_name: "Tabo Mokwena", contact_details: "" }, [
        "a name that sounds the same",
        "born on the same day",
      ]],
      ["a letter off", { ...THABO, full_name: "Thabo Mokoema", contact_details: "" }, [
        "a name that is one letter off",
        "born on the same day",
      ]],
      ["a name more", { ...THABO, full_name: "Thabo John Mokoena", contact_details: "none" }, [
        "the same names but for one more",
        "born on the same day",
      ]],
      ["day and month changed places", { ...THABO, date_of_birth: "1984-12-06", contact_details: "" }, [
        "the same name",
        "day and month of birth changed places",
      ]],
      ["one digit of the date", { ...THABO, date_of_birth: "1984-06-13", contact_details: "" }, [
        "the same name",
        "birth dates that differ by one digit",
      ]],
      ["a name and phone number alone", { full_name: "Thabo Mokoena", contact_details: "58111111" }, [
        "the same name",
        "the same phone number",
      ]],
      ["another name since, the same phone number", { ...THABO, full_name: "Thabo Letsie" }, [
        "a name in common",
        "born on the same day",
        "the same phone number",
      ]],
      ["his son", { ...THABO, date_of_birth: "2009-03-05", contact_details: "5922 2222" }, undefined],
      ["somebody of that name born in that year", {
        ...THABO,
        date_of_birth: "1984-01-30",
        contact_details: "",
      }, undefined],
      ["somebody born on that day", { ...THABO, full_name: "Lineo Letsie", contact_details: "" }, undefined],
      [
        "somebody of the family",
        { ...THABO, full_name: "Lineo Letsie", date_of_birth: "1990-10-10" },
        undefined,
      ],
    ];
    for (const [name, asked, reasons] of cases) {
      await t.step(name, async () => {
        const found = await both(api, asked);
        assert.deepEqual(found.map(({ patient_id }) => patient_id), reasons ? [thabo] : []);
        if (!reasons) return;
        assert.deepEqual(found[0]!.reasons, reasons);
        assert.ok(found[0]!.score >= 50 && found[0]!.score <= 100);
        assert.equal(found[0]!.full_name, THABO.full_name);
      });
    }
  },
);

apiTest(
  "duplicates: the most likely first, at most ten, without voided and changed patients",
  async (api) => {
    const { ask, registerPatient } = api;
    const person = (more: object = {}) => ({ ...THABO, full_name: "Palesa Tau", gender: "F", ...more });
    const sounds = await registerPatient(person({ full_name: "Phalesa Tau", contact_details: "" }));
    const same = await registerPatient(person());
    const estimated = await registerPatient(
      person({ date_of_birth: "1985-01-01", date_of_birth_estimated: true, contact_details: "" }),
    );
    const ids = async () => (await both(api, person())).map(({ patient_id }) => patient_id);
    assert.deepEqual(await ids(), [same, sounds, estimated]);
    await ask("POST", `/api/patients/${same}/void/`, { as: "doctor", body: { reason: "twice" } });
    await ask("PUT", `/api/patients/${sounds}/`, { as: "nurse", body: { full_name: "Mpho Letsie" } });
    assert.deepEqual(await ids(), [estimated]);
    await ask("POST", `/api/patients/${same}/restore/`, { as: "doctor" });
    assert.deepEqual(await ids(), [same, estimated]);
    for (let n = 0; n < 12; n++) await registerPatient(person());
    const many = await ids();
    assert.deepEqual([many.length, many[0]], [10, same]);
  },
);

apiTest("registering a likely duplicate answers 201 and links to each candidate", async (api) => {
  const { ask, registerPatient } = api;
  const lineo = { full_name: "Lineo Mokhele", date_of_birth: "1991-02-03", gender: "F", contact_details: "" };
  const registered = async (body: object) => {
    const answer = await ask("POST", "/api/patients/", {
      as: "receptionist",
      body: { ...body, file_number: crypto.randomUUID().slice(0, 30) },
    });
    assert.equal(answer.status, 201, answer.text);
    return answer;
  };
  const first = await registered(lineo);
  assert.equal(first.headers.get("link"), null);
  const other = await registerPatient({ ...lineo, full_name: "Dineo Mokhele" });
  const third = await registered(lineo);
  const link = (id: string) => `</api/patients/${id}/>; rel="duplicate"`;
  assert.equal(third.headers.get("link"), `${link(first.json.patient_id)}, ${link(other)}`);
  assert.deepEqual(Object.keys(third.json), ["patient_id", "message"]);
  assert.equal((await registered({ ...lineo, full_name: "Mpho Tau" })).headers.get("link"), null);
});

apiTest("a description is validated, and roles that may not see patients are refused", async ({ ask }) => {
  const refused = async (query: string) =>
    statusAndErrors(await ask("GET", `/api/patients/duplicates/?${query}`, { as: "nurse" }));
  assert.match(await refused("date_of_birth=1984-06-12"), /^400 full_name:/);
  assert.match(await refused("full_name=Thabo&date_of_birth=1984-02-31"), /^400 date_of_birth:/);
  assert.match(await refused("full_name=Thabo&gender=X"), /^400 gender:/);
  assert.match(await refused("full_name=Thabo&phone=1"), /^400 phone:/);
  for (const method of ["GET", "POST"]) {
    const sent = { as: "auditor" as const, ...(method === "POST" ? { body: { full_name: "Thabo" } } : {}) };
    const path = `/api/patients/duplicates/${method === "GET" ? "?full_name=Thabo" : ""}`;
    assert.equal((await ask(method, path, sent)).status, 403);
  }
});

interface Likely {
  readonly patient_id: string;
  readonly full_name: string;
  readonly score: number;
  readonly reasons: string[];
}

/** What GET finds, which POST must find too. */
async function both({ ask }: TestApi, asked: Record<string, unknown>): Promise<Likely[]> {
  const query = new URLSearchParams(asked as Record<string, string>);
  const got = await ask("GET", `/api/patients/duplicates/?${query}`, { as: "receptionist" });
  const posted = await ask("POST", "/api/patients/duplicates/", { as: "receptionist", body: asked });
  assert.equal(got.status, 200, got.text);
  assert.deepEqual(posted.json, got.json);
  assert.equal(got.headers.get("x-total-count"), String(got.json.length));
  return got.json;
}
