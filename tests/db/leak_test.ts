import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { join } from "node:path";
import { type Store, systemEntry } from "@/db/store.ts";
import { NO_SUBJECTS } from "@/db/audit/entry.ts";
import { NOW, onFiles, openStore, type TestDatabase } from "@/tests/support/db/databases.ts";
import { commit, newDepartment, newPatient, newStaff, newVisit, query } from "@/tests/support/db/rows.ts";
import { searchFolder } from "@/tests/support/db/search_files.ts";
import { withTemporaryFolderIn } from "@/tests/support/db/temporary_folder.ts";

const SEEDED = {
  name: "Palesa Qhobosheane",
  birthDate: "1961-11-27",
  phone: "+26658765432",
  fileNumber: "QH-774411",
  notes: "Reports night sweats; HIV test offered",
  laterNotes: "Reactive; counselled together with her sister",
  voidReason: "Entered for the wrong Palesa",
  department: "Antiretroviral corner",
  staffName: "Mamello Ramathe",
  username: "mramathe.arv",
  hash: "c2VlZGVkLXBhc3N3b3JkLWhhc2g",
};
const SECRETS = [
  ...Object.values(SEEDED),
  "Qhobosheane",
  "58765432",
  "774411",
  "sweats",
  "counselled",
  "Ramathe",
];
const CANARY = "canary-in-a-readable-column";

onFiles("[S38] nothing of the seeded data is found in the files, open or closed", async (place) => {
  await withTemporaryFolderIn(place.folder!, async () => {
    const store = await openStore(place);
    await seed(store);
    await readAndSort(store);
    await assertNothingFound(place, "open");
    await store.close();
    await assertNothingFound(place, "closed");
    await (await openStore(place)).close(); // whatever was in the log is in the file by now
    await assertNothingFound(place, "opened again");
  });
});

Deno.test("[S38] the search finds a text in each of its encodings, wherever it is", async () => {
  const folder = await Deno.makeTempDir();
  const text = "Palesa";
  const spellings = [
    Buffer.from("xxPALESAxx"),
    Buffer.from("x\u0000Palesa", "utf16le"),
    Buffer.from("x\u0000Palesa", "utf16le").swap16(),
    Buffer.from(Buffer.from("?Palesa?").toString("hex")),
    ...["", "?", "??", "???"].map((before) =>
      Buffer.from(Buffer.from(`${before}Palesa?`).toString("base64"))
    ),
    Buffer.from(Buffer.from("palesa").toString("base64url")),
  ];
  for (const [index, bytes] of spellings.entries()) await Deno.writeFile(join(folder, `${index}`), bytes);
  await Deno.writeTextFile(join(folder, "none"), "Pales a P4lesa");
  const found = new Set((await searchFolder(folder, [text])).map(({ file }) => file));
  assert.deepEqual([...found].sort(), spellings.map((_, index) => `${index}`));
  await Deno.remove(folder, { recursive: true });
});

/** Everything in SEEDED, and 200 more patients around it so that pages are split; and the canary. */
async function seed(store: Store): Promise<void> {
  const { name: full_name, birthDate: date_of_birth, phone: contact_details, fileNumber: file_number } =
    SEEDED;
  const patient = newPatient({ full_name, date_of_birth, contact_details, file_number });
  const department = newDepartment({ name: SEEDED.department });
  const { staffName, username, hash: password_hash } = SEEDED;
  const clinician = newStaff({ full_name: staffName, username, password_hash });
  await commit(store, store.departments.insert(department), store.staff.insert(clinician));
  await commit(store, store.patients.insert(patient));
  for (let more = 0; more < 4; more++) {
    await commit(
      store,
      ...Array.from({ length: 50 }, () => store.patients.insert(newPatient({ full_name }))),
    );
  }
  const visit = newVisit({ patient, department, clinician }, { record: { notes: SEEDED.notes } });
  await commit(store, store.visits.insert(visit));
  await commit(
    store,
    store.visits.update({ ...visit, version: 2, record: { notes: SEEDED.laterNotes } }, visit),
  );
  const record = { ...patient.record, void_reason: SEEDED.voidReason };
  await commit(
    store,
    store.patients.update({ ...patient, version: 2, voidedAt: NOW.toISOString(), record }, patient),
  );
  await store.audit({ ...systemEntry(CANARY, NOW), subjects: NO_SUBJECTS }, true);
}

/** Reads that could spill: everything, in an order that no index has; and a search by file number. */
async function readAndSort(store: Store): Promise<void> {
  assert.equal((await query(store, "SELECT * FROM patient ORDER BY record, version")).length, 201);
  assert.equal((await store.patients.page("", 1_000, true)).length, 201);
  assert.equal(await store.patients.isFileNumberTaken(SEEDED.fileNumber.toLowerCase()), true);
}

async function assertNothingFound({ folder, kind }: TestDatabase, when: string): Promise<void> {
  assert.deepEqual(await searchFolder(folder!, SECRETS), [], when);
  const canary = await searchFolder(folder!, [CANARY]);
  if (kind === "plain file") assert.ok(canary.length > 0, "the search would find what is readable");
  else assert.deepEqual(canary, [], "page encryption hides what is readable too");
}
