import assert from "node:assert/strict";
import config from "@/deno.json" with { type: "json" };
import { circles } from "./support/source/circles.ts";
import { readSource } from "./support/source/facts.ts";
import { parsedFiles } from "./support/source/files.ts";
import { importGraph } from "./support/source/graph.ts";
import { violations } from "./support/source/rooms.ts";

const files = await parsedFiles();

Deno.test("imports go downward only", () => {
  assert.deepEqual(files.flatMap(({ path, facts }) => violations(path, facts, config.imports)), []);
});

Deno.test("no files import each other in a circle, not even types", () => {
  assert.deepEqual(circles(importGraph(files, config.imports, () => true)), []);
});

Deno.test("what lies above a file is imported from the project's root, by @/", () => {
  const upward = files
    .filter(({ path }) => !path.startsWith("fresh/") && !path.startsWith("tests/fresh/fixture/"))
    .flatMap(({ path, facts }) =>
      facts.imports
        .filter(({ specifier }) => /^\.\.\/.*\.tsx?$/.test(specifier ?? ""))
        .map(({ specifier }) => `${path} imports ${specifier}`)
    );
  assert.deepEqual(upward, []);
});

Deno.test("the import map names the project's own files and pinned npm packages", () => {
  for (const [name, target] of Object.entries(config.imports)) {
    assert.match(target, /^(\.\/|npm:\/?(@[\w-]+\/)?[\w-]+@\d+\.\d+\.\d+)/, name);
  }
});

Deno.test("what the import map names, the program imports", () => {
  const program = files.filter(({ path }) => !path.startsWith("tests/"));
  const specifiers = program.flatMap(({ facts }) =>
    facts.imports.flatMap(({ specifier }) => specifier ?? [])
  );
  const isUsed = (name: string) =>
    specifiers.some((specifier) => name.endsWith("/") ? specifier.startsWith(name) : specifier === name);
  assert.deepEqual(Object.keys(config.imports).filter((name) => !isUsed(name)), []);
});

const FORBIDDEN: [path: string, source: string, message: RegExp][] = [
  [
    "db/writer.ts",
    'import { logVisit } from "@/clinic/visits/log_visit.ts";',
    /clinic\/visits\/log_visit\.ts, which is not below/,
  ],
  ["db/crypto/seal.ts", 'import { schema } from "@/db/tables/schema.ts";', /not below/],
  ["clinic/visits/log_visit.ts", 'export { app } from "@/api/app.ts";', /not below/],
  ["clinic/visits/log_visit.ts", 'const cli = await import("@/cli/command_line/settings.ts");', /not below/],
  ["clinic/visits/log_visit.ts", 'type App = import("@/api/app.ts").App;', /not below/],
  ["clinic/visits/log_visit.ts", "const cli = await import(name);", /computed specifier/],
  ["api/visits.ts", 'import { page } from "@/routes/visits.tsx";', /not below/],
  ["api/visits.ts", 'import type { Page } from "@/routes/visits.tsx";', /not below/],
  ["api/visits.ts", 'import { insert } from "@/db/tables/visits.ts";', /not below/],
  ["routes/(console)/visits.tsx", 'export * from "@/api/visits.ts";', /not below/],
  ["routes/index.tsx", 'import "../db/crypto/seal.ts";', /not below/],
  ["api/visits.ts", 'import { clinicOf } from "@/clinic/clinic.ts";', /for verbs alone/],
  ["api/visits.ts", 'import type { Clinic } from "@/clinic/clinic.ts";', /for verbs alone/],
  ["api/visits.ts", 'import { openClinic } from "@/clinic/open.ts";', /for verbs alone/],
  ["routes/index.tsx", 'import { query } from "@/clinic/verb.ts";', /for verbs alone/],
  ["routes/(desk)/(_islands)/Find.tsx", 'import type { Task } from "@/clinic/verb.ts";', /for verbs alone/],
  [
    "islands/Search.tsx",
    'import { searchPatients } from "@/clinic/patients/search_patients.ts";',
    /not below/,
  ],
  ["routes/(console)/(_islands)/Find.tsx", 'import { page } from "../../_app.tsx";', /not below/],
  ["islands/Search.tsx", 'import { hash } from "node:crypto";', /not for browsers/],
  ["islands/Search.tsx", 'import { App } from "fresh";', /not for browsers/],
  ["fresh/app/app.ts", 'import { scope } from "@/clinic/clinic.ts";', /not below/],
  ["clinic/visits/log_visit.ts", 'import { page } from "fresh";', /fresh\/mod\.ts, which is not below/],
  ["clinic/start.ts", 'import { openLocal } from "@/db/port/local.ts";', /opens connections/],
  ["db/writer.ts", 'import { openRemote } from "./port/remote.ts";', /opens connections/],
  ["clinic/visits/log_visit.ts", 'import { helper } from "@/tests/support/sqld.ts";', /not below/],
  ["cli/serve.ts", 'import { App } from "jsr:@fresh/core@2";', /not in the import map/],
  ["tests/api_test.ts", 'import x from "https://example.org/x.ts";', /not in the import map/],
  ["db/port/local.ts", 'import Database from "npm:libsql@0.5.29";', /not in the import map/],
  ["clinic/clock.ts", 'const zone = Deno.env.get("TZ");', /reads the environment/],
  ["db/port/port.ts", 'const { env } = Deno; env.get("TZ");', /reads the environment/],
  ["api/app.ts", 'globalThis.Deno["env"].get("TZ");', /reads the environment/],
  ["fresh/app/app.ts", "const mode = process.env.NODE_ENV;", /reads the environment/],
  ["routes/index.tsx", 'import { env } from "node:process";', /reads the environment/],
  ["helpers/util.ts", "export const one = 1;", /belongs to no room/],
];

for (const [path, source, message] of FORBIDDEN) {
  Deno.test(`the check of imports finds \`${source}\` in ${path}`, () => {
    assert.match(violationsIn(path, source).join("\n"), message);
  });
}

const ALLOWED: [path: string, source: string][] = [
  ["cli/serve.ts", 'import { openLocal } from "@/db/port/local.ts"; Deno.env.get("DOVMS_KEY");'],
  ["main.ts", 'import { app } from "./api/app.ts"; import { App } from "fresh";'],
  [
    "api/visits.ts",
    'import { logVisit } from "@/clinic/visits/log_visit.ts"; import type { Row } from "@/db/port/port.ts";',
  ],
  ["routes/visits.tsx", 'import Search from "@/islands/Search.tsx"; export default () => <p>Deno.env</p>;'],
  [
    "islands/Search.tsx",
    'import { type Patient } from "@/clinic/patients/patient.ts"; import { IS_BROWSER } from "fresh/runtime";',
  ],
  [
    "clinic/visits/log_visit.ts",
    '// import { app } from "@/api/app.ts";\nconst text = `\nimport x from "@/cli/x.ts";`;',
  ],
  [
    "db/port/local.ts",
    'import { refusalReason } from "./port.ts"; import { seal } from "@/db/crypto/seal.ts";',
  ],
];

for (const [path, source] of ALLOWED) {
  Deno.test(`the check of imports allows \`${source}\` in ${path}`, () => {
    assert.deepEqual(violationsIn(path, source), []);
  });
}

function violationsIn(path: string, source: string): string[] {
  return violations(path, readSource(path, source), config.imports);
}
