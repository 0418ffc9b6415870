import assert from "node:assert/strict";
import { apiTest } from "@/tests/support/api/test_api.ts";

apiTest(
  "each wrong field is named once, with a code and a message for people",
  async ({ ask }, t) => {
    const errorsOf = async (body: unknown) => {
      const { status, json } = await ask("POST", "/api/patients/", { as: "nurse", body });
      assert.equal(status, 400);
      return json.errors.map(({ field, code }: { field: string; code: string }) => [field, code]);
    };
    const patient = {
      full_name: "Pohano Pohano",
      date_of_birth: "2000-01-01",
      gender: "M",
      contact_details: "",
      file_number: "55984",
    };

    await t.step("every missing key has the code required, whatever its type", async () => {
      assert.deepEqual(await errorsOf({}), Object.keys(patient).map((field) => [field, "required"]));
    });

    await t.step("a field that is wrong in two ways is named once", async () => {
      assert.deepEqual(await errorsOf({ ...patient, full_name: "" }), [["full_name", "too_short"]]);
    });

    await t.step("no message is the library's own, and none repeats what was sent", async () => {
      const body = { ...patient, date_of_birth: "2001-02-30", gender: "Mamello" };
      const { json } = await ask("POST", "/api/patients/", { as: "nurse", body });
      assert.deepEqual(json.errors, [
        { field: "date_of_birth", code: "wrong_format", message: "must be a real day, YYYY-MM-DD" },
        { field: "gender", code: "not_allowed", message: "must be M, F, O or U" },
      ]);
    });

    await t.step("a number out of range has the code out_of_range", async () => {
      for (const limit of ["0", "-1", "1001"]) {
        const { json } = await ask("GET", `/api/patients/?limit=${limit}`, { as: "nurse" });
        assert.equal(json.errors[0].code, "out_of_range", limit);
      }
    });
  },
);
