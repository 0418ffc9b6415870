import assert from "node:assert/strict";
import { dovms, withFolder } from "@/tests/support/cli/dovms.ts";
import { runSql } from "@/tests/support/cli/sql.ts";
import { type Program, startProgram } from "@/tests/support/program.ts";
import { until } from "@/tests/support/until.ts";

const PLAIN = { DOVMS_PAGE_ENCRYPTION: "off" };

Deno.test("a server that cannot save the name index logs it in one line, with nothing of a patient", () =>
  withFolder(async (folder) => {
    await dovms(folder, ["seed", "--patients", "300", "--visits", "1"], PLAIN);
    runSql(
      folder,
      "DELETE FROM name_index",
      "CREATE TRIGGER no_pages BEFORE INSERT ON name_index_page BEGIN SELECT RAISE(ABORT, 'no_pages'); END",
    );
    await using program = await startProgram(folder, PLAIN);
    const { time, at, ...line } = JSON.parse(await lineWith(program, "save the name index"));
    assert.deepEqual(line, {
      level: "error",
      task: "save the name index",
      kind: "StatementFailed",
      reason: "no_pages",
    });
    assert.ok(!Number.isNaN(Date.parse(time)));
    for (const place of at) assert.match(place, /^at /);
  }));

/** The line of the program's log with this text, once it is there. */
function lineWith(program: Program, text: string): Promise<string> {
  const lines = () => program.log().split("\n");
  return until(
    () => lines().find((line) => line.includes(text) && line.endsWith("}")),
    `a line with "${text}"`,
  );
}
