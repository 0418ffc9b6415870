import assert from "node:assert/strict";
import { endpoints } from "@/api/endpoints.ts";
import { permissions } from "@/clinic/permissions.ts";
import { type Role, roles } from "@/clinic/roles.ts";
import { apiTest } from "@/tests/support/api/test_api.ts";

/** The documented matrix, written down a second time, so that a slip in the program's own table shows here. */
const EVERYONE = "admin doctor nurse receptionist auditor";
const FRONT_DESK = "admin doctor nurse receptionist";
const MATRIX: Readonly<Record<string, string>> = {
  "POST /api/auth/login/": "open",
  "POST /api/auth/refresh/": "open",
  "POST /api/auth/logout/": EVERYONE,
  "POST /api/auth/password/": EVERYONE,

  "GET /api/patients/": FRONT_DESK,
  "POST /api/patients/": FRONT_DESK,
  "POST /api/patients/search/": FRONT_DESK,
  "GET /api/patients/duplicates/": FRONT_DESK,
  "POST /api/patients/duplicates/": FRONT_DESK,
  "GET /api/patients/next-file-number/": FRONT_DESK,
  "GET /api/patients/:id/": FRONT_DESK,
  "PUT /api/patients/:id/": FRONT_DESK,
  "POST /api/patients/:id/void/": "admin doctor",
  "POST /api/patients/:id/restore/": "admin doctor",

  "GET /api/patients/:id/visits/": FRONT_DESK,
  "GET /api/visits/": FRONT_DESK,
  "POST /api/visits/": FRONT_DESK,
  "GET /api/visits/:id/": FRONT_DESK,
  "PUT /api/visits/:id/": "admin doctor nurse",
  "POST /api/visits/:id/void/": "admin doctor",
  "POST /api/visits/:id/restore/": "admin doctor",

  "GET /api/departments/": EVERYONE,
  "POST /api/departments/": "admin",
  "GET /api/departments/:id/": EVERYONE,
  "PUT /api/departments/:id/": "admin",

  "GET /api/staff/": EVERYONE,
  "POST /api/staff/": "admin",
  "GET /api/staff/:id/": EVERYONE,
  "PUT /api/staff/:id/": "admin",
  "POST /api/staff/:id/password-reset/": "admin",
};

Deno.test("[S26] the table of endpoints and roles is the documented one", () => {
  const table = endpoints.map(({ method, path, action }) => [
    `${method} ${path}`,
    action === "open" ? "open" : permissions[action].join(" "),
  ]);
  assert.deepEqual(Object.fromEntries(table), { ...MATRIX });
  assert.deepEqual([...roles].join(" "), EVERYONE);
  assert.deepEqual([...permissions["visit.read_notes"]].join(" "), "admin doctor nurse");
  assert.deepEqual([...permissions["audit.read"]].join(" "), "admin auditor");
});

apiTest("roles", async ({ ask, registerPatient, logVisit }, t) => {
  await t.step("[S26] role × route × method is exactly the documented matrix", async () => {
    const wrong: string[] = [];
    for (const [route, allowed] of Object.entries(MATRIX)) {
      const [method, path] = route.split(" ") as [string, string];
      for (const each of { GET: ["GET", "HEAD"], PUT: ["PUT", "PATCH"], POST: ["POST"] }[method]!) {
        for (const as of roles) {
          // A body of a wrong shape: whoever may is told so, and nothing is done.
          const body = method === "GET" ? undefined : [];
          const asked = path.replace(":id", crypto.randomUUID()) + (NEEDED[route] ?? "");
          const { status } = await ask(each, asked, { as, body });
          const expected = allowed === "open" || allowed.split(" ").includes(as)
            ? (body ? 400 : path.includes(":id") ? 404 : 200)
            : 403;
          if (status !== expected) wrong.push(`${as} ${each} ${path}: ${status}, not ${expected}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  await t.step("[S26] voided records are shown to admin and doctor only", async () => {
    const patient = await registerPatient();
    const visit = await logVisit(patient);
    const lists = ["/api/patients/", "/api/visits/", `/api/patients/${patient}/visits/`];
    for (const path of [...lists, `/api/patients/${patient}/`, `/api/visits/${visit}/`]) {
      for (const as of roles) {
        const { status } = await ask("GET", `${path}?include=voided`, { as });
        assert.equal(status, maySeeVoided(as) ? 200 : 403, `${as} ${path}`);
      }
    }
  });

  await t.step("[S26] the auditor gets no patient data", async () => {
    const patient = await registerPatient({ full_name: "Mamello Auditsecret" });
    const visit = await logVisit(patient, { notes: "auditsecret notes" });
    const paths = ["/api/patients/", "/api/patients/?search=auditsecret", "/api/visits/"];
    for (const path of [...paths, `/api/patients/${patient}/`, `/api/visits/${visit}/`]) {
      const { status, text } = await ask("GET", path, { as: "auditor" });
      assert.equal(status, 403);
      assert.doesNotMatch(text, /auditsecret|mamello/i);
    }
    for (const path of ["/api/departments/?include=inactive", "/api/staff/?include=inactive"]) {
      const { status, text } = await ask("GET", path, { as: "auditor" });
      assert.equal(status, 200);
      assert.doesNotMatch(text, /auditsecret|mamello/i);
    }
  });
});

/** What a route does not go without. */
const NEEDED: Record<string, string> = { "GET /api/patients/duplicates/": "?full_name=Thabo" };

function maySeeVoided(role: Role): boolean {
  return role === "admin" || role === "doctor";
}
