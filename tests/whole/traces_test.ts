import assert from "node:assert/strict";
import { startProgram } from "@/tests/support/program.ts";
import { searchFolder } from "@/tests/support/db/search_files.ts";

/**
 * A day in the clinic, front door only, the program a process of its own; then a search of all it has left behind:
 * database, WAL, keys, lock, whatever else, and its log.
 */
const SECRETS = [
  "Mamakhabane",
  "Ntsoaki",
  "1957-03-14",
  "+26659123456",
  "59123456",
  "QX-90117",
  "coughing blood",
  "Isoniazid",
  "registered in error for her cousin",
  "Lerato Makhetha",
  "lmakhetha",
  "Infectious ward",
  "seven blankets drying",
  "first-password",
];

for (const pages of ["on", "off"]) {
  Deno.test(`[S36] [S38] a day's work leaves no trace of a patient on the disk or in the log (page encryption ${pages})`, async () => {
    const folder = await Deno.makeTempDir({ prefix: "dovms-traces-" });
    const program = await startProgram(folder, {
      DOVMS_PAGE_ENCRYPTION: pages,
      DOVMS_ADMIN_USERNAME: "admin1",
      DOVMS_ADMIN_PASSWORD: "seven blankets drying",
    });
    await aDayOfWork(program.url);
    assert.deepEqual(await searchFolder(folder, SECRETS), [], "while it runs");
    assert.equal(await program.stop(), 0);
    assert.deepEqual(await searchFolder(folder, SECRETS), [], "after it has stopped");
    for (const secret of SECRETS) assert.ok(!program.log().includes(secret), `the log holds "${secret}"`);
    assert.deepEqual(await filesForOthers(folder), [], "only the program's user can read what it made");
    await Deno.remove(folder, { recursive: true });
  });
}

async function aDayOfWork(url: string): Promise<void> {
  const send = client(url);
  const { access } = await send(200, "POST", "/api/auth/login/", {
    username: "admin1",
    password: "seven blankets drying",
  });
  const ask = client(url, access);
  const { department_id } = await ask(201, "POST", "/api/departments/", { name: "Infectious ward" });
  const { user_id: doctor_id } = await ask(201, "POST", "/api/staff/", {
    full_name: "Lerato Makhetha",
    username: "lmakhetha",
    password: "first-password",
    role: "doctor",
    department_id,
  });
  const patient = {
    full_name: "Mamakhabane Ntsoaki",
    date_of_birth: "1957-03-14",
    gender: "F",
    contact_details: "+26659123456",
    file_number: "QX-90117",
  };
  const { patient_id } = await ask(201, "POST", "/api/patients/", patient);
  const { visit_id } = await ask(201, "POST", "/api/visits/", {
    patient_id,
    department_id,
    doctor_id,
    visit_date: "2026-01-05",
    visit_time: "08:15",
    notes: "coughing blood",
  });
  await ask(200, "PUT", `/api/visits/${visit_id}/`, { notes: "Isoniazid for six months" });
  await ask(200, "GET", "/api/patients/?search=Mamakhabane");
  await ask(200, "POST", "/api/patients/search/", { search: "59123456" });
  await ask(409, "POST", "/api/patients/", patient);
  await ask(400, "POST", "/api/patients/", { ...patient, gender: "Ntsoaki" });
  await ask(400, "POST", "/api/patients/", `{"full_name":"Mamakhabane Ntsoaki",`);
  await send(401, "POST", "/api/auth/login/", { username: "lmakhetha", password: "Mamakhabane" });
  await ask(404, "GET", "/api/patients/Mamakhabane/");
  await ask(200, "POST", `/api/patients/${patient_id}/void/`, {
    reason: "registered in error for her cousin",
  });
  await ask(200, "GET", `/api/patients/${patient_id}/?include=voided`);
}

type Ask = (status: number, method: string, path: string, body?: unknown) => Promise<Record<string, string>>;

function client(url: string, token?: string): Ask {
  return async (status, method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    });
    assert.equal(response.status, status, `${method} ${path}`);
    return await response.json();
  };
}

/** Files that others on the machine could read. */
async function filesForOthers(folder: string): Promise<string[]> {
  const open: string[] = [];
  for (const room of ["data", "config/dovms"]) {
    for await (const { name } of Deno.readDir(`${folder}/${room}`)) {
      const { mode } = await Deno.stat(`${folder}/${room}/${name}`);
      if (mode !== null && (mode & 0o077) !== 0) open.push(`${room}/${name}`);
    }
  }
  return open;
}
