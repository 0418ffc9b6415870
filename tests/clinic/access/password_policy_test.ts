import assert from "node:assert/strict";
import { ClinicError } from "@/clinic/errors.ts";
import { oneTimePassword, requireGoodPassword } from "@/clinic/access/password_policy.ts";

const OWNER = { username: "mme.puleng", full_name: "'Mé Puleng Ts’epo" };

/** The code it is refused with, or `good`. */
async function judged(password: string): Promise<string> {
  try {
    await requireGoodPassword("password", password, OWNER);
    return "good";
  } catch (error) {
    assert.ok(error instanceof ClinicError);
    assert.equal(error.fields[0]!.field, "password");
    return error.fields[0]!.code;
  }
}

Deno.test("[S18] short, common and known passwords are refused", async () => {
  const refused: [string, string[]][] = [
    ["too_short", ["", "1234567", "seven 7", "é".repeat(7), "🔒".repeat(7)]],
    ["too_common", [
      "password",
      "12345678",
      "Password1",
      "QWERTYUIOP",
      "iloveyou1",
      "password123",
      "football1",
    ]],
    ["a_name", ["mme.puleng", "MmePuleng", "mme puleng", "'Mé Puleng Ts’epo", "mepulengtsepo"]],
  ];
  for (const [code, passwords] of refused) {
    for (const password of passwords) assert.equal(await judged(password), code, password);
  }
});

Deno.test("[S18] [S19] nothing else is asked of a password: no kinds of characters, no end", async () => {
  const good = [
    "seven blankets drying",
    "aaaaaaaab",
    "        x",
    "x".repeat(1_000),
    "ю".repeat(8),
    "🔒".repeat(8),
  ];
  for (const password of [...good, "lekhotla la bophelo", "mme.puleng8"]) {
    assert.equal(await judged(password), "good", password);
  }
});

Deno.test("[S22] one-time passwords are 15 letters that are not mistaken, never the same", () => {
  const made = new Set(Array.from({ length: 2_000 }, oneTimePassword));
  assert.equal(made.size, 2_000);
  for (const password of made) assert.match(password, /^[a-km-np-z]{5}(-[a-km-np-z]{5}){2}$/);
});
