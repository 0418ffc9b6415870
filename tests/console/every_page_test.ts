import assert from "node:assert/strict";
import { sourceFiles } from "@/tests/support/source/files.ts";
import { roles } from "@/clinic/roles.ts";
import { testConsole } from "@/tests/support/console/console.ts";
import { everyPage, everyWorld, NASTY, otherPages } from "@/tests/support/console/every_page.ts";
import { ledTo, titleOf, Visitor } from "@/tests/support/console/visitor.ts";

Deno.test("every page as every role: 200 for who may, 403 for who may not, never without signing in; names stay text", async () => {
  await using console = await testConsole();
  const world = await everyWorld(console);
  const nobody = new Visitor(console.url);
  for (const { name, path, roles: allowed } of everyPage) {
    for (const role of roles) {
      const { status, html, headers } = await world.visitors[role].get(path(world));
      const mayNot = name === "patient-voided" && role !== "auditor" ? 404 : 403; // to some it is not there
      assert.equal(status, allowed.includes(role) ? 200 : mayNot, `${role} ${name}`);
      assert.ok(!html.includes("<img src=x"), `${role} ${name}`);
      assert.equal(headers.get("cache-control"), "no-store", `${role} ${name}`);
      if (status !== 200) assert.ok(!/Mokoena|Ts&#39;epo|Ts'epo|Twice/.test(html), `${role} ${name}`);
      if (name.startsWith("patient")) {
        assert.doesNotMatch(titleOf({ status, html, headers })!, /Mokoena|epo|Twice/);
      }
    }
    assert.match(ledTo(await nobody.get(path(world))) ?? "", /^\/sign-in/, name);
  }
  assert.ok((await world.visitors.admin.get(world.nasty)).html.includes("&lt;img src=x"), NASTY);
  assert.deepEqual(console.failures, []);
});

Deno.test("every file of a page is in the list of pages", async () => {
  const listed = new Set([...everyPage.map(({ file }) => file), ...otherPages]);
  const pages = (await routeFiles()).filter((file) => !/(^|\/)_|\(_/.test(file));
  assert.deepEqual(pages.filter((file) => !listed.has(file)), []);
  assert.deepEqual([...listed].filter((file) => !pages.includes(file)), []);
});

/** The components under routes/, by their path from there. */
async function routeFiles(): Promise<string[]> {
  const files = await sourceFiles([".tsx"]);
  return files.map(({ path }) => path).filter((path) => path.startsWith("routes/")).map((path) =>
    path.slice(7)
  );
}
