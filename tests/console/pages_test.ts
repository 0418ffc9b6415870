import assert from "node:assert/strict";
import type { Role } from "../../clinic/roles.ts";
import { addStaffMember } from "../../clinic/staff.ts";
import { type TestConsole, testConsole } from "./console.ts";
import { ADMIN, signedIn, staffed } from "./people.ts";
import { ledTo, titleOf, Visitor } from "./visitor.ts";

const NASTY = `Ts'epo <script>alert(1)</script> "&amp;`;
const PATIENT = {
  full_name: "Thabo Mokoena",
  date_of_birth: "1984-06-12",
  age: "",
  gender: "M",
  contact_details: "5811 1111",
  file_number: "100",
};

Deno.test("every page as every role: 200 for who may, 403 for who may not, and never without signing in", async () => {
  await using console = await testConsole();
  await staffed(console.clinic);
  const admin = await signedIn(console, ADMIN);
  const patient = await register(admin, PATIENT);
  const [department] = console.clinic.store.directory.departments.keys();
  const [member] = console.clinic.store.directory.staff.keys();
  const all: Role[] = ["admin", "doctor", "nurse", "receptionist", "auditor"];
  const desk = all.filter((role) => role !== "auditor");
  const pages: [path: string, roles: readonly Role[]][] = [
    ["/", all],
    ["/patients", desk],
    ["/patients?q=mokoena", desk],
    ["/patients/new", desk],
    [patient, desk],
    [`${patient}/change`, desk],
    [`${patient}/visit`, desk],
    ["/visits", desk],
    ["/departments", all],
    [`/departments/${department}`, ["admin"]],
    ["/staff", all],
    ["/staff/new", ["admin"]],
    [`/staff/${member}`, ["admin"]],
  ];
  for (const role of all) {
    const visitor = role === "admin" ? admin : await newcomer(console, role, department!);
    for (const [path, roles] of pages) {
      const { status, html } = await visitor.get(path);
      assert.equal(status, roles.includes(role) ? 200 : 403, `${role} ${path}`);
      if (status === 403) assert.ok(!html.includes("Mokoena"), `${role} ${path}`);
    }
  }
  const nobody = new Visitor(console.url);
  for (const [path] of pages) {
    assert.match(ledTo(await nobody.get(path)) ?? "", /^\/sign-in/, path);
  }
  assert.deepEqual(console.failures, []);
});

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

/** Somebody of this role who has chosen a password of their own. */
async function newcomer(console: TestConsole, role: Role, department_id: string): Promise<Visitor> {
  const [admin] = console.clinic.store.directory.staff.keys();
  const scope = {
    clinic: console.clinic,
    actor: { staffId: admin!, sessionId: "test", role: "admin" as const },
    source: "test",
  };
  const person = { full_name: `A ${role}`, username: `the-${role}`, password: "firstdays", role };
  await addStaffMember(scope, { ...person, department_id });
  const visitor = await signedIn(console, person);
  const own = "four kettles whistle";
  const changed = await visitor.post("/password", { current: person.password, new: own, again: own });
  assert.equal(ledTo(changed), "/?password=changed");
  return visitor;
}
