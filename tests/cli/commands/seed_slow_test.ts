import assert from "node:assert/strict";
import { join } from "node:path";
import { openDatabase } from "@/cli/open_database.ts";
import { readSettings } from "@/cli/command_line/options.ts";
import { databaseOptions } from "@/cli/command_line/settings.ts";
import { newPatient } from "@/clinic/patients/patient.ts";
import { notes, timeOfDay } from "@/clinic/fields.ts";
import type { PatientRecord } from "@/db/tables/patients.ts";
import { startProgram } from "@/tests/support/program.ts";
import { dovms, signIn, withFolder } from "@/tests/support/cli/dovms.ts";
import { until } from "@/tests/support/until.ts";

const UNTIL = "2026-01-31";
const SEED = ["seed", "--patients", "600", "--visits", "1500", "--seed", "7", "--until", UNTIL];

Deno.test("seed makes patients and visits that the program itself would accept, all within two years", () =>
  withFolder(async (folder) => {
    const { code, out } = await dovms(folder, SEED);
    assert.equal(code, 0);
    assert.match(out, /^Invented: 600 patients and 1500 visits\./);
    const { patients, visits } = await contents(folder);
    assert.deepEqual([patients.length, visits.length], [600, 1_500]);
    for (const patient of patients) {
      assert.deepEqual(newPatient.parse(patient), patient);
      assert.ok(patient.date_of_birth <= UNTIL);
    }
    for (const visit of visits) {
      assert.ok(visit.date >= "2024-01-31" && visit.date <= UNTIL, visit.date);
      assert.ok(visit.date >= patients[visit.patient]!.date_of_birth, "nobody comes before birth");
      timeOfDay.parse(visit.time);
      notes.parse(visit.notes);
    }
    assert.equal(new Set(patients.map(({ file_number }) => file_number)).size, 600);
  }));

Deno.test("seed makes people as a clinic in Lesotho has them: names, phones, ages, some shared and some missing", () =>
  withFolder(async (folder) => {
    await dovms(folder, SEED);
    const { patients, visits } = await contents(folder);
    const names = new Set(patients.map(({ full_name }) => full_name));
    assert.ok(names.size > 500, `${names.size} different names`);
    const phones = patients.map(({ contact_details }) => contact_details).filter(Boolean);
    assert.ok(phones.length < 600 && new Set(phones).size < phones.length, "some have none, some share one");
    for (const phone of phones) assert.match(phone, /^(\+266[56]\d{7}|[56]\d{3} \d{4})$/);
    const spelt = patients.map(({ full_name }) => full_name).join(" ");
    assert.match(spelt, /š/);
    assert.match(spelt, /'Ma[a-zš]/);
    assert.ok(patients.some((patient) => patient.date_of_birth_estimated));
    assert.deepEqual(
      [...new Set(patients.map(({ gender }) => gender))].filter((g) => g === "F" || g === "M").sort(),
      [
        "F",
        "M",
      ],
    );
    assert.equal(new Set(visits.map(({ department }) => department)).size, 5);
  }));

Deno.test("the same seed makes the same clinic, another one another", () =>
  withFolder(async (folder) => {
    const made = [];
    for (const [room, seed] of [["a", "7"], ["b", "7"], ["c", "8"]]) {
      const data = join(folder, room!);
      await dovms(folder, [...SEED.slice(0, 5), "--seed", seed!, "--until", UNTIL, "--data", data]);
      made.push(await contents(folder, data));
    }
    const [first, second, third] = made;
    assert.deepEqual(first, second);
    assert.notDeepEqual(first!.patients, third!.patients);
  }));

Deno.test("a clinic that has patients, voided ones too, is never seeded by accident", () =>
  withFolder(async (folder) => {
    await dovms(folder, ["seed", "--patients", "3"]);
    const { code, out } = await dovms(folder, ["seed", "--patients", "5"]);
    assert.equal(code, 1);
    assert.match(out, /^Not done: this clinic has patients/);
    assert.equal((await contents(folder)).patients.length, 3);

    const added = await dovms(folder, ["seed", "--patients", "5", "--add"]);
    assert.equal(added.code, 0, added.err);
    assert.doesNotMatch(added.out, /password/, "the staff are there already");
    const { patients } = await contents(folder);
    assert.equal(new Set(patients.map(({ file_number }) => file_number)).size, 8);
  }));

Deno.test("seed refuses a last day in the future", () =>
  withFolder(async (folder) => {
    const { code, out } = await dovms(folder, ["seed", "--patients", "5", "--until", "9999-01-01"]);
    assert.deepEqual([code, out], [1, "Not done: --until is in the future.\n"]);
    assert.equal((await contents(folder)).patients.length, 0);
  }));

Deno.test("seed works in a running server, which has the patients at once; staff sign in with what it printed", () =>
  withFolder(async (folder) => {
    await using program = await startProgram(folder);
    const { code, out, err } = await dovms(folder, [...SEED, "--progress"]);
    assert.equal(code, 0, err);
    assert.match(err, /Visits: 1500 of 1500/);
    const password = /demo\.doctor +(\S+)/.exec(out)![1]!;
    const { access } = await signIn(program.url, "demo.doctor", password);
    const found = await fetch(`${program.url}/api/patients/?limit=1`, {
      headers: { authorization: `Bearer ${access}` },
    });
    assert.equal(found.headers.get("x-total-count"), "600");
    await found.body?.cancel();
    assert.ok(!program.log().includes(password));
  }));

// Five times what a service manager may give: a server that hangs is found, a slow computer is not.
const LIMIT_MS = 25_000;

Deno.test("[R26] a server that is told to stop ends a long seed with it, and whole batches stay", () =>
  withFolder(async (folder) => {
    const program = await startProgram(folder);
    const seeding = dovms(folder, ["seed", "--patients", "1000000", "--progress"]);
    await untilWritten(join(folder, "data", "dovms.db-wal"), 1_000_000);
    const start = performance.now();
    assert.equal(await program.stop(), 0);
    assert.ok(performance.now() - start < LIMIT_MS, `it took ${performance.now() - start} ms`);
    const { code, out } = await seeding;
    assert.equal(code, 1);
    assert.match(out, /not done: it was stopped|Not done: the server ended/);
    const { patients } = await contents(folder);
    assert.ok(patients.length > 0 && patients.length % 250 === 0, `${patients.length}`);
    assert.equal((await dovms(folder, ["audit", "verify"])).code, 0);
  }));

/** Waits until a file has grown by so many bytes. */
async function untilWritten(file: string, bytes: number): Promise<void> {
  const start = (await Deno.stat(file)).size;
  await until(async () => (await Deno.stat(file)).size >= start + bytes, `${bytes} more bytes of ${file}`);
}

/** All that a seeded clinic holds, without ids. */
async function contents(folder: string, data = join(folder, "data")) {
  const settings = readSettings(databaseOptions, ["--data", data], {});
  const env = { variables: {}, folders: { config: join(folder, "config") }, now: () => new Date() };
  const database = await openDatabase(settings, env, false);
  const { store } = database.clinic;
  try {
    const rows = await store.patients.page("", 1_000_000, true);
    const places = new Map(rows.map(({ id }, index) => [id, index]));
    const visits = await store.visits.page({ withVoided: true }, undefined, 1_000_000);
    return {
      patients: rows.map(({ record }) => record as PatientRecord),
      visits: visits.toSorted((a, b) => a.id < b.id ? -1 : 1).map((visit) => ({
        patient: places.get(visit.patientId)!,
        department: store.directory.departments.get(visit.departmentId)!.name,
        date: visit.visitDate,
        time: visit.visitTime,
        notes: (visit.record as { notes: string }).notes,
      })),
    };
  } finally {
    await database.close();
  }
}
