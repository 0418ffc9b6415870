import assert from "node:assert/strict";
import { today } from "@/clinic/calendar.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { somebody } from "@/tests/support/console/records.ts";
import { ledTo, titleOf, Visitor } from "@/tests/support/console/visitor.ts";

const NASTY = `Ts'epo <script>alert(1)</script> "&amp;`;
const PATIENT = {
  full_name: "Thabo Mokoena",
  date_of_birth: "1984-06-12",
  age: "",
  gender: "M",
  contact_details: "5811 1111",
  file_number: "100",
};

Deno.test("a nasty name stays text on every page, and a wrong form keeps what was typed", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  await admin.post("/departments", { name: NASTY });
  await admin.post("/staff/new", { full_name: NASTY, role: "auditor", username: "nasty", department_id: "" });
  const patient = await register(admin, { ...PATIENT, full_name: NASTY, contact_details: NASTY });
  const paths = ["/", "/departments", "/staff", "/patients?q=tsepo", patient, `${patient}/change`, "/visits"];
  for (const path of [...paths, `${patient}/visit`, `/patients?q=${encodeURIComponent(NASTY)}`]) {
    const { html } = await admin.get(path);
    assert.ok(!html.includes("<script>alert"), path);
  }
  const wrong = await admin.post("/patients/new", { ...PATIENT, full_name: NASTY, gender: "" });
  assert.equal(wrong.status, 422);
  assert.match(titleOf(wrong)!, /^Error: /);
  assert.ok(wrong.html.includes("Choose one of these."));
  assert.ok(wrong.html.includes("5811 1111") && !wrong.html.includes("<script>alert"));
});

Deno.test("likely duplicates are shown, with why, before a second record is made", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  await register(admin, PATIENT);
  const again = { ...PATIENT, full_name: "Tabo Mokwena", file_number: "101" };
  const asked = await admin.post("/patients/new", again);
  assert.equal(asked.status, 200);
  for (const said of ["Thabo Mokoena", "sounds the same", "born on the same day", "Tabo Mokwena"]) {
    assert.ok(asked.html.includes(said), said);
  }
  assert.equal(await console.clinic.store.patients.total(true), 1);
  assert.match(ledTo(await admin.post("/patients/new", { ...again, anyway: "yes" }))!, /done=registered$/);
  assert.equal(await console.clinic.store.patients.total(true), 2);
});

Deno.test("what somebody else changed meanwhile is shown beside what was typed, and neither is lost", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  const first = { ...PATIENT, contact_details: "5822 2222", version: "1" };
  assert.match(ledTo(await admin.post(`${patient}/change`, first))!, /done=changed$/);
  const second = await admin.post(`${patient}/change`, {
    ...PATIENT,
    full_name: "Thabo Letsie",
    version: "1",
  });
  assert.equal(second.status, 422);
  assert.ok(second.html.includes("5822 2222") && second.html.includes("Thabo Letsie"));
  assert.ok((await admin.get(patient)).html.includes("Thabo Mokoena"));
  const third = await admin.post(`${patient}/change`, {
    ...PATIENT,
    full_name: "Thabo Letsie",
    version: "2",
  });
  assert.match(ledTo(third)!, /done=changed$/);
});

Deno.test("a birth date from an age is kept as a guess, until another date is typed", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, { ...PATIENT, date_of_birth: "", age: "45" });
  assert.ok((await admin.get(patient)).html.includes("about 45"));
  const form = (await admin.get(`${patient}/change`)).html;
  const guessed = /name="estimated" value="([\d-]+)"/.exec(form)![1]!;
  await admin.post(`${patient}/change`, {
    ...PATIENT,
    date_of_birth: guessed,
    estimated: guessed,
    version: "1",
  });
  assert.ok((await admin.get(patient)).html.includes("about 45"), "the same date is still a guess");
  await admin.post(`${patient}/change`, { ...PATIENT, estimated: guessed, version: "2" });
  assert.ok(!(await admin.get(patient)).html.includes("about"), "another date is not");
});

Deno.test("voiding asks for a reason; the record leaves the search, says why, and comes back", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  const without = await admin.post(patient, { reason: " ", version: "1" });
  assert.equal(without.status, 422);
  assert.equal(ledTo(await admin.post(patient, { reason: "registered twice", version: "1" })), patient);
  assert.ok((await admin.get(patient)).html.includes("registered twice"));
  assert.ok(!(await admin.get("/patients?q=mokoena")).html.includes("Thabo Mokoena"));
  assert.equal(ledTo(await admin.post(patient, { restore: "yes", version: "2" })), patient);
  assert.ok((await admin.get("/patients?q=mokoena")).html.includes("Thabo Mokoena"));
});

Deno.test("a visit is opened, changed, voided with a reason, and restored", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const visit = await log(console, admin, await register(admin, PATIENT));
  const typed = typedIn(console, { visit_time: "10:15", notes: "Cough" });
  assert.match(ledTo(await admin.post(visit, { ...typed, version: "1" }))!, /done=changed$/);
  const shown = (await admin.get(visit)).html;
  assert.ok(shown.includes("10:15") && shown.includes("Cough"));
  const late = await admin.post(visit, { ...typed, notes: "No cough", version: "1" });
  assert.equal(late.status, 422);
  assert.ok(
    late.html.includes("No cough") && late.html.includes("<dd>Cough</dd>"),
    "both versions are shown",
  );
  assert.equal((await admin.post(visit, { reason: "", version: "2" })).status, 422);
  assert.match(ledTo(await admin.post(visit, { reason: "another patient", version: "2" }))!, /done=changed$/);
  assert.ok((await admin.get(visit)).html.includes("another patient"));
  assert.ok(!(await admin.get("/visits")).html.includes("Thabo Mokoena"));
  assert.match(ledTo(await admin.post(visit, { restore: "yes", version: "3" }))!, /done=changed$/);
  assert.ok((await admin.get("/visits")).html.includes("Thabo Mokoena"));
});

Deno.test("a one-time password is shown once, signs in once, and leads to choosing one's own", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const person = { full_name: "Nurse Palesa", role: "nurse", username: "palesa" };
  const [department_id] = console.clinic.store.directory.departments.keys();
  const refused = await admin.post("/staff/new", { ...person, department_id: "" });
  assert.equal(refused.status, 422);
  const { html } = await admin.post("/staff/new", { ...person, department_id: department_id! });
  const password = /One-time password<\/dt><dd><code>([^<]+)</.exec(html)![1]!;
  for (const path of ["/staff", "/"]) assert.ok(!(await admin.get(path)).html.includes(password));
  const palesa = await signedIn(console, { username: "palesa", password });
  assert.equal(ledTo(await palesa.get("/patients")), "/password");
});

Deno.test("one's other sessions are seen and ended; nobody ends those of others", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const [here, there] = [await signedIn(console, ADMIN), await signedIn(console, ADMIN)];
  const nurse = await somebody(console, "nurse");
  const other = /name="session" value="([\w-]+)"/.exec((await here.get("/account")).html)![1]!;
  assert.equal((await nurse.post("/account", { session: other })).status, 404);
  assert.equal((await there.get("/account")).status, 200);
  assert.equal(ledTo(await here.post("/account", { session: other })), "/account?done=ended");
  assert.match(ledTo(await there.get("/account"))!, /^\/sign-in/);
  assert.equal((await here.get("/account")).status, 200);
});

Deno.test("what was typed when the session had ended is kept, and sent after signing in again", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const stranger = new Visitor(console.url);
  const sent = await stranger.post("/patients/new", { ...PATIENT, full_name: NASTY });
  assert.equal(sent.status, 307, "the browser sends the form on");
  const to = sent.headers.get("location")!;
  assert.equal(to, "/resume?next=%2Fpatients%2Fnew");
  const form = await stranger.post(to, { ...PATIENT, full_name: NASTY });
  assert.ok(!form.html.includes("<script>alert") && form.html.includes('type="password"'));
  const kept = String(new URLSearchParams({ ...PATIENT, full_name: NASTY }));
  const wrong = await stranger.post(to, { kept, username: ADMIN.username, password: "wrong" });
  assert.equal(wrong.status, 422);
  assert.ok(wrong.html.includes("5811+1111"), "nothing is lost by a wrong password");
  const signed = await stranger.post(to, { kept, username: ADMIN.username, password: ADMIN.password });
  assert.ok(signed.html.includes('action="/patients/new"') && signed.html.includes('value="5811 1111"'));
  assert.ok(!signed.html.includes("<script>alert"));
  assert.equal(await console.clinic.store.patients.total(true), 0, "nothing is saved before it is sent");
  assert.match(await register(stranger, { ...PATIENT, full_name: NASTY }), /^\/patients\//);
  const away = await stranger.post("/resume?next=%2F%2Fevil.example", { full_name: "x" });
  assert.ok(!away.html.includes("evil.example"));
  const password = await new Visitor(console.url).post("/password", { current: "a secret" });
  assert.match(ledTo(password)!, /^\/sign-in/);
});

Deno.test("the audit tells who did what to whom, and can be narrowed down", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  const id = patient.split("/").at(-1)!;
  const { html } = await admin.get(`/audit?patient=${id}&action=patient.register`);
  assert.ok(html.includes("patient.register</code>") && html.includes(id));
  assert.ok(!html.includes("5811"));
  assert.ok((await admin.get("/audit?from=2001-01-01&until=2001-01-02")).html.includes("Nothing here"));
});

Deno.test("what a form does not offer changes nothing, and no title names a patient", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const [department] = console.clinic.store.directory.departments.keys();
  assert.equal((await admin.post(`/departments/${department}`, { active: "maybe" })).status, 400);
  assert.equal(console.clinic.store.directory.departments.get(department!)!.active, true);
  const nurse = [...console.clinic.store.directory.staff.values()].find(({ role }) => role === "nurse")!;
  assert.equal((await admin.post(`/staff/${nurse.id}`, { active: "" })).status, 400);
  const patient = await register(admin, PATIENT);
  for (const path of [patient, `${patient}/change`, `${patient}/visit`, await log(console, admin, patient)]) {
    assert.ok(!titleOf(await admin.get(path))!.includes("Mokoena"), "a browser keeps titles in its history");
  }
});

Deno.test("a full disk is said plainly, what was acknowledged is there, and afterwards all goes on", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const pages = (most: number) =>
    console.clinic.store.port.read({ sql: `PRAGMA max_page_count = ${most}`, args: [] });
  await pages(1); // no more than there are now
  const registered: string[] = [];
  const next = () =>
    admin.post("/patients/new", { ...PATIENT, file_number: `F${registered.length}`, anyway: "yes" });
  let answer = await next();
  for (; answer.status === 303; answer = await next()) registered.push(ledTo(answer)!.split("?")[0]!);
  assert.equal(answer.status, 507);
  assert.ok(answer.html.includes("The disk is full"));
  await pages(1_000_000);
  for (const path of registered) assert.equal((await admin.get(path)).status, 200, path);
  assert.equal((await next()).status, 303);
});

Deno.test("the last administrator cannot leave", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const [own] = [...console.clinic.store.directory.staff.values()].filter(({ role }) => role === "admin");
  const refused = await admin.post(`/staff/${own!.id}`, { active: "no", version: String(own!.version) });
  assert.equal(refused.status, 422);
  assert.ok(refused.html.includes("last active administrator"));
  assert.equal((await admin.get("/staff")).status, 200);
});

/** Registers somebody; gives the address of their page. */
async function register(visitor: Visitor, patient: typeof PATIENT): Promise<string> {
  const page = await visitor.post("/patients/new", patient);
  const to = ledTo(page);
  assert.ok(to, page.html.slice(0, 2_000));
  return to.split("?")[0]!;
}

/** Logs a visit of today to the nurse; gives the address of its page. */
async function log(console: TestConsole, visitor: Visitor, patient: string): Promise<string> {
  const logged = await visitor.post(`${patient}/visit`, typedIn(console, { visit_time: "09:30", notes: "" }));
  assert.match(ledTo(logged) ?? "", /done=logged$/, logged.html.slice(0, 2_000));
  return /href="(\/visits\/[\w-]+)"/.exec((await visitor.get(patient)).html)![1]!;
}

function typedIn({ clinic }: TestConsole, typed: { visit_time: string; notes: string }) {
  const [department_id] = clinic.store.directory.departments.keys();
  const nurse = [...clinic.store.directory.staff.values()].find(({ role }) => role === "nurse");
  return { department_id: department_id!, doctor_id: nurse!.id, visit_date: today(clinic), ...typed };
}
