import assert from "node:assert/strict";
import { apiTestOnEveryDatabase } from "@/tests/support/api/test_api.ts";

apiTestOnEveryDatabase("concurrent changes of one record", async (api, t) => {
  const { ask, registerPatient } = api;
  const id = await registerPatient();
  const path = `/api/patients/${id}/`;
  const etag = async () => (await ask("GET", path, { as: "nurse" })).headers.get("etag")!;

  await t.step(
    "[R12] an old, weak or unknown entity tag conflicts; the newest one and * are accepted",
    async () => {
      const put = (ifMatch: string) =>
        ask("PUT", path, { as: "nurse", body: { gender: "F" }, headers: { "if-match": ifMatch } });
      assert.equal((await put('"v1"')).headers.get("etag"), '"v2"');
      for (const stale of ['"v1"', '"v3"', '"2"', 'W/"v2"', '"v2", "v1"', '""']) {
        const { status, json } = await put(stale);
        assert.equal(status, 412, stale);
        assert.equal(json.code, "version_conflict");
      }
      for (const none of ["v2", "2", "x"]) {
        const { status, json } = await put(none);
        assert.equal(status, 400, none);
        assert.equal(json.errors[0].field, "If-Match");
      }
      assert.equal(await etag(), '"v2"');
      assert.equal((await put("*")).status, 200);
      assert.equal((await put(await etag())).status, 200);
    },
  );

  await t.step(
    "[R12] of 100 changes with the same If-Match one succeeds, and its change is the one that stays",
    async () => {
      const headers = { "if-match": await etag() };
      const before = Number(headers["if-match"].slice(2, -1));
      const answers = await Promise.all(
        Array.from(
          { length: 100 },
          (_, n) => ask("PUT", path, { as: "nurse", headers, body: { contact_details: `racer ${n}` } }),
        ),
      );
      const winners = answers.flatMap(({ status }, n) => status === 200 ? [n] : []);
      assert.equal(winners.length, 1);
      assert.ok(answers.every(({ status }) => status === 200 || status === 412));
      assert.equal((await ask("GET", path, { as: "nurse" })).json.contact_details, `racer ${winners[0]}`);
      assert.equal(await etag(), `"v${before + 1}"`);
    },
  );

  await t.step("without If-Match all changes succeed, and none undoes another", async () => {
    const before = Number((await etag()).slice(2, -1));
    const changes = [{ full_name: "Raced Name" }, { gender: "O" }, { contact_details: "raced" }, {
      date_of_birth: "1999-09-09",
    }];
    const racers = [...changes, ...changes, ...changes];
    const answers = await Promise.all(racers.map((body) => ask("PUT", path, { as: "nurse", body })));
    assert.ok(answers.every(({ status }) => status === 200));
    const versions = new Set(answers.map(({ headers }) => headers.get("etag")));
    assert.equal(versions.size, racers.length, "a version each");
    assert.equal(await etag(), `"v${before + racers.length}"`);
    const { json } = await ask("GET", path, { as: "nurse" });
    for (const [key, value] of Object.entries(Object.assign({}, ...changes))) assert.equal(json[key], value);
  });
});
