import assert from "node:assert/strict";
import { startProgram } from "@/tests/support/program.ts";

Deno.test("what is loaded on demand works after the start's permissions were given back", async () => {
  const folder = await Deno.makeTempDir({ prefix: "dovms-permissions-" });
  const credentials = { username: "admin1", password: "seven blankets drying" };
  const program = await startProgram(folder, {
    DOVMS_ADMIN_USERNAME: credentials.username,
    DOVMS_ADMIN_PASSWORD: credentials.password,
  });
  const { access } = await (await post(program.url, "/api/auth/login/", credentials)).json();

  const common = { current: credentials.password, new: "password123" };
  const refused = await post(program.url, "/api/auth/password/", common, access);
  assert.equal(refused.status, 400);
  assert.equal((await refused.json()).errors[0].code, "too_common", "the list of common passwords is there");

  const document = await (await fetch(`${program.url}/api/openapi.json`)).json();
  assert.equal(document.openapi.slice(0, 3), "3.1");
  const reference = await (await fetch(`${program.url}/api/docs/`)).text();
  for (const [, path = ""] of reference.matchAll(/(?:src|href)="(\/api\/docs\/[^"#]+\.(?:js|css))"/g)) {
    const asset = await fetch(program.url + path);
    assert.equal(asset.status, 200, path);
    assert.ok((await asset.text()).length > 0, path);
  }
  assert.match(
    await card(program.url, credentials, access),
    /class="barcode"/,
    "the barcode's drawer is there",
  );
  assert.equal(await program.stop(), 0);
  assert.doesNotMatch(program.log(), /NotCapable|PermissionDenied/);
  await Deno.remove(folder, { recursive: true });
});

function post(url: string, path: string, body: unknown, token?: string): Promise<Response> {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const headers = { "content-type": "application/json", ...authorization };
  return fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** The page of a new patient's card, as the console shows it. */
async function card(
  url: string,
  credentials: { username: string; password: string },
  token: string,
): Promise<string> {
  const person = {
    full_name: "Thabo Mokoena",
    date_of_birth: "1984-06-12",
    gender: "M",
    contact_details: "",
  };
  const registered = await post(url, "/api/patients/", { ...person, file_number: "100" }, token);
  const { patient_id } = await registered.json();
  const signIn = { method: "POST", headers: { origin: url }, body: new URLSearchParams(credentials) };
  const { headers } = await fetch(`${url}/sign-in`, { ...signIn, redirect: "manual" });
  const cookie = headers.getSetCookie()[0]!.split(";")[0]!;
  return await (await fetch(`${url}/patients/${patient_id}/card`, { headers: { cookie } })).text();
}
