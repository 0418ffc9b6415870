import assert from "node:assert/strict";
import { endpoints } from "@/api/endpoints.ts";

Deno.test("an endpoint declares a table if and only if its path names a record by id", () => {
  for (const { method, path, table, params } of endpoints) {
    const hasId = path.includes("/:id/");
    assert.equal(table !== undefined, hasId, `${method} ${path}`);
    assert.equal(params !== undefined, hasId, `${method} ${path}`);
  }
});
