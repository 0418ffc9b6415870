import assert from "node:assert/strict";
import { testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { somebody } from "@/tests/support/console/records.ts";
import { ledTo, Visitor } from "@/tests/support/console/visitor.ts";

Deno.test("the list under the search: the first eight, how many there are, and an entry in the audit that names them", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  for (let n = 1; n <= 9; n++) {
    await admin.post("/patients/new", { ...PATIENT, file_number: `A-${n}`, anyway: "yes" });
  }
  const answer = await admin.post("/patients/find", { q: "letsie" });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("cache-control"), "no-store");
  const found = JSON.parse(answer.html);
  assert.equal(found.summary, "The first 8 of 9. Press Enter to see more.");
  assert.equal(found.patients.length, 8);
  assert.equal(found.patients[0].name, PATIENT.full_name);
  assert.match(found.patients[0].facts, /^Female · 2 Mar 1990 \(\d+ years\) · A-\d · 5811 1111$/);
  const asked = (await admin.get("/audit?action=patient.search")).html;
  for (const { href } of found.patients.slice(0, 2)) {
    assert.match((await admin.get(href)).html, /Letsie/);
    const id = href.split("/").at(-1);
    assert.match((await admin.get(`/audit?action=patient.search&patient=${id}`)).html, /<tbody/, asked);
  }
  for (const q of ["", " \t "]) {
    assert.deepEqual(JSON.parse((await admin.post("/patients/find", { q })).html), {
      summary: "",
      patients: [],
    });
  }
});

Deno.test("the list under the search is for those who may search, and for no address", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  await admin.post("/patients/new", PATIENT);
  const auditor = await somebody(console, "auditor");
  const refused = await auditor.post("/patients/find", { q: "letsie" });
  assert.equal(refused.status, 403);
  assert.doesNotMatch(refused.html, /Mamosa/);
  assert.ok((await admin.get("/patients/find?q=letsie")).status >= 400);
  assert.equal((await admin.post("/patients/find", { q: "letsie", form_token: "x" })).status, 307);
  const nobody = await new Visitor(console.url).post("/patients/find", { q: "letsie" });
  assert.equal(nobody.status, 307);
  assert.equal(
    ledTo(await new Visitor(console.url).get("/patients/find")),
    "/sign-in?next=%2Fpatients%2Ffind",
  );
});

const PATIENT = {
  full_name: "'Mamosa Letsie",
  date_of_birth: "1990-03-02",
  age: "",
  gender: "F",
  contact_details: "5811 1111",
  file_number: "A-1",
};
