import assert from "node:assert/strict";
import { registerAndFindDuplicates, registerPatient } from "@/clinic/patients/register_patient.ts";
import { apiTest } from "@/tests/support/api/test_api.ts";
import { scopeAs } from "@/tests/support/clinic/scopes.ts";

apiTest("duplicates are looked for once, and not again by who has looked already", async ({ clinic }) => {
  const { finder } = clinic.clinic.store;
  const findCandidates = finder.findCandidates.bind(finder);
  let lookups = 0;
  finder.findCandidates = (...input) => {
    lookups++;
    return findCandidates(...input);
  };
  const scope = scopeAs(clinic, "receptionist");
  const thabo = {
    full_name: "Thabo Mokoena",
    date_of_birth: "1984-06-12",
    gender: "M",
    contact_details: "",
  } as const;
  const { id } = await registerPatient(scope, { ...thabo, file_number: "100" });
  assert.equal(lookups, 0);
  const { duplicates } = await registerAndFindDuplicates(scope, { ...thabo, file_number: "101" });
  assert.equal(lookups, 1);
  assert.deepEqual(duplicates, [id]);
});
