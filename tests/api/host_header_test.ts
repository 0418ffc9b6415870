import assert from "node:assert/strict";
import { apiTest } from "@/tests/support/api/test_api.ts";
import { sendRaw } from "@/tests/support/api/raw_request.ts";

// What a handler throws the runtime prints, and in this case its message is the whole address: so nothing may be thrown.
apiTest(
  "[S36] a request with an invalid Host is refused, and its address is not repeated",
  async ({ clinic }) => {
    for (const host of ["a b", "[::", "x:99999", "<script>"]) {
      const line = "GET /api/patients/?search=Mamello HTTP/1.1";
      const { status, text } = await sendRaw(clinic.url, [line, `Host: ${host}`]);
      assert.equal(status, 400, text);
      assert.match(text, /x-content-type-options: nosniff/i);
      assert.doesNotMatch(text, /Mamello/);
    }
  },
);
