import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { addDepartment } from "@/clinic/departments/departments.ts";
import { registerPatient } from "@/clinic/patients/register_patient.ts";
import { logVisit } from "@/clinic/visits/log_visit.ts";
import { today } from "@/clinic/calendar.ts";
import { type TestConsole, testConsole } from "@/tests/support/console/console.ts";
import { ADMIN, signedIn, staffed } from "@/tests/support/console/people.ts";
import { asAdmin } from "@/tests/support/console/records.ts";
import { Visitor } from "@/tests/support/console/visitor.ts";

const MOST_PAGE = 14 * 1024; // HTML and CSS, gzip: what ten packets of a first answer hold (RFC 6928)
const MOST_SCRIPT = 20 * 1024;

Deno.test("a full page is at most 14 KB of HTML and CSS, and 20 KB of script, packed", async () => {
  await using console = await testConsole();
  const patient = await fullClinic(console);
  const admin = await signedIn(console, ADMIN);
  const pages = [
    "/",
    "/patients?q=mokoena",
    patient,
    "/visits",
    "/visits/print",
    "/audit",
    "/staff",
    "/departments",
  ];
  for (const path of pages) {
    const { html, status } = await admin.get(path);
    assert.equal(status, 200, path);
    const css = await sizes(admin, [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)]);
    const page = gzipSync(html).length + css;
    assert.ok(page <= MOST_PAGE, `${path}: ${page} bytes of HTML and CSS`);
    const scripts = await sizes(admin, [...html.matchAll(/"(\/[^"\s]+\.js(?:\?[^"\s]*)?)"/g)]);
    assert.ok(scripts > 1_000, `${path}: the scripts are found`);
    assert.ok(scripts <= MOST_SCRIPT, `${path}: ${scripts} bytes of script`);
  }
});

Deno.test("pages before signing in have no script at all", async () => {
  await using console = await testConsole();
  const stranger = new Visitor(console.url);
  for (const path of ["/sign-in", "/set-up", `/set-up?secret=${console.clinic.setUp.secret}`]) {
    assert.doesNotMatch((await stranger.get(path)).html, /<script|modulepreload/, path);
  }
});

Deno.test("pages and their style sheet are sent packed to browsers that unpack them", async () => {
  await using console = await testConsole();
  const css = /href="(\/styles\.css[^"]*)"/.exec((await new Visitor(console.url).get("/sign-in")).html)![1]!;
  for (const path of ["/sign-in", "/set-up", css]) {
    for (const encoding of ["gzip", "br;q=1.0, gzip;q=0.8", "deflate, *"]) {
      const head = await headOf(console.url, path, encoding);
      assert.match(head, /\r\ncontent-encoding: gzip\r\n/i, `${path} ${encoding}`);
      assert.match(head, /\r\nvary: (?:.*, ?)?accept-encoding\r\n/i, path);
    }
    for (const encoding of ["identity", "gzip;q=0", "br, gzip;q=0.000", ""]) {
      assert.doesNotMatch(
        await headOf(console.url, path, encoding),
        /content-encoding/i,
        `${path} ${encoding}`,
      );
    }
  }
});

/** The head of an answer as it comes over the line: fetch() unpacks, and takes the header away. */
async function headOf(url: string, path: string, encoding: string): Promise<string> {
  const { hostname, port } = new URL(url);
  using line = await Deno.connect({ hostname, port: Number(port) });
  const ask =
    `GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\naccept-encoding: ${encoding}\r\nconnection: close\r\n\r\n`;
  await line.write(new TextEncoder().encode(ask));
  const answer = await new Response(line.readable).bytes();
  return new TextDecoder("latin1").decode(answer).split("\r\n\r\n")[0]! + "\r\n";
}

/** The bytes of these files, packed. */
async function sizes(visitor: Visitor, found: RegExpMatchArray[]): Promise<number> {
  const urls = new Set(found.map(([, url]) => url!));
  const files = await Promise.all([...urls].map((url) => visitor.get(url)));
  assert.ok(files.every(({ status }) => status === 200));
  return files.reduce((sum, { html }) => sum + gzipSync(html).length, 0);
}

/** Twelve departments, 60 patients of one name, and one of them with 60 visits today. */
async function fullClinic(console: TestConsole): Promise<string> {
  await staffed(console.clinic);
  const scope = asAdmin(console);
  const { clinic } = console;
  const nurse = [...clinic.store.directory.staff.values()].find(({ role }) => role === "nurse")!;
  for (let n = 1; n < 12; n++) await addDepartment(scope, { name: `Department of number ${n}` });
  const person = {
    date_of_birth: "1984-06-12",
    gender: "F",
    contact_details: "5811 2222, Ha Mokoena",
  } as const;
  const patients = [];
  for (let n = 0; n < 60; n++) {
    const given = `${"ABCDEFGHIJKL"[n % 12]}${"aeiou"[n % 5]}lineo`;
    patients.push(
      await registerPatient(scope, { ...person, full_name: `${given} Mokoena`, file_number: `F${n}` }),
    );
  }
  const departments = [...clinic.store.directory.departments.keys()];
  for (let n = 0; n < 60; n++) {
    await logVisit(scope, {
      patient_id: patients[n % 2 === 0 ? 0 : n]!.id,
      department_id: departments[n % departments.length]!,
      doctor_id: nurse.id,
      visit_date: today(clinic),
      visit_time: `00:${String(n % 2).padStart(2, "0")}`,
      notes: `Cough for ${n} days, no fever, review in two weeks.`,
    });
  }
  return `/patients/${patients[0]!.id}`;
}
