import assert from "node:assert/strict";
import config from "@/deno.json" with { type: "json" };
import { uncalledExports } from "./support/source/exports.ts";
import { parsedFiles } from "./support/source/files.ts";

/** What no other file imports by name, and why it is exported all the same. */
const UNUSED: Record<string, string> = {
  "tests/db/crypto/constant_generator/crypto.ts randomFillSync":
    "an import map puts it in place of node:crypto",
};

/** What only tests import, and why it is not part of what they could reach otherwise. */
const ONLY_IN_TESTS: Record<string, string> = {
  "clinic/access/argon2id.ts inWebAssembly": "compared with the native one, on computers that have both",
  "clinic/access/tokens.ts verifySignature": "published test vectors hold keys and claims of their own",
  "clinic/audit/verify_audit.ts verifyAuditNow": "waits for the end of what beginVerification starts",
  "db/crypto/derive.ts hkdf": "published test vectors name other purposes than ours",
  "db/crypto/seal.ts keyIdOf": "shows which key sealed a row after a change of keys",
  "db/name_index/segment/build_segment.ts runToEnd": "runs a generator that the program runs in turns",
  "db/store.ts systemEntry": "an entry that needs nobody to have signed in",
  "db/tables/refusal_codes.ts refusals": "compared with the codes in the database's own triggers",
  "routes/(_shared)/words/dates.ts monthInWords": "all twelve months are looked at",
  "routes/(_shared)/words/dates.ts nearDay": "days near a fixed one are looked at",
  "tasks/checks.ts ALL_TESTS": "deno task test is tests/run.ts",
  "tasks/security.ts joinThreats": "its task prints what it returns",
};

const files = await parsedFiles();

Deno.test("every export is imported by another file", () => {
  assert.deepEqual(uncalledExports(files, config.imports).unused, Object.keys(UNUSED).sort());
});

Deno.test("what the program exports, the program imports: tests alone are no reason, but for those named", () => {
  assert.deepEqual(uncalledExports(files, config.imports).onlyInTests, Object.keys(ONLY_IN_TESTS).sort());
});
