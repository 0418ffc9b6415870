import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { signInToConsole } from "@/clinic/access/console_sessions.ts";
import { authenticate } from "@/clinic/access/sessions.ts";
import { PASSWORDS } from "@/tests/support/clinic.ts";
import { apiTest, bearer, type TestApi } from "@/tests/support/api/test_api.ts";
import { parseToken, signToken, type TokenParts } from "@/tests/support/api/token_parts.ts";
import { sendRaw } from "@/tests/support/api/raw_request.ts";

apiTest("tokens", async (api, t) => {
  const genuine = api.clinic.token("nurse");
  const own = parseToken(api.clinic.clinic, genuine);
  const refused = (token: string, code = "token_invalid") => assertRefused(api, token, code);
  const taken = (token: string) => assertTaken(api, token);
  const claiming = (claims: Record<string, unknown>): string =>
    signToken({ ...own, claims: { ...own.claims, ...claims } });

  await t.step("[S1] a token without a signature, of another algorithm or changed is refused", async () => {
    await taken(signToken(own)); // so what is refused below is refused for the one thing that differs
    for (const alg of ["none", "None", "nOnE", "HS256"]) {
      await refused(signToken({ ...own, header: { ...own.header, alg }, secret: undefined }));
    }
    for (const [alg, hash] of [["HS384", "sha384"], ["HS512", "sha512"], ["RS256", "sha256"]] as const) {
      await refused(signToken({ ...own, header: { ...own.header, alg }, hash }));
    }
    const [header, payload, signature] = genuine.split(".") as [string, string, string];
    const admin = Buffer.from(JSON.stringify({ ...own.claims, role: "admin" })).toString("base64url");
    await refused(`${header}.${admin}.${signature}`);
    await refused(`${header}.${payload}.${signature.slice(0, -4)}`);
    await refused(`${header}.${payload}`);
    for (let at = 0; at < signature.length - 1; at += 6) {
      const letter = signature[at] === "A" ? "B" : "A";
      await refused(`${header}.${payload}.${signature.slice(0, at)}${letter}${signature.slice(at + 1)}`);
    }
  });

  await t.step("[S2] keys that a token contains or points to are never used", async () => {
    let asked = 0;
    const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, () => {
      asked++;
      return Response.json({ keys: [] });
    });
    const secret = Buffer.alloc(32, 1);
    const jwk = { kty: "oct", kid: own.header.kid, k: secret.toString("base64url") };
    const elsewhere = `http://127.0.0.1:${server.addr.port}/keys`;
    for (const extra of [{ jwk }, { jku: elsewhere }, { x5u: elsewhere }, { x5c: ["MIIB"] }]) {
      const header = { ...own.header, ...extra };
      await refused(signToken({ ...own, header, secret }));
      await refused(signToken({ ...own, header: { ...header, kid: "mine" }, secret }));
      await taken(signToken({ ...own, header })); // rightly signed: the rest of the header is ignored
    }
    await server.shutdown();
    assert.equal(asked, 0);
  });

  await t.step("[S3] a token of one type is not accepted as another", async () => {
    const { clinic } = api.clinic;
    const pair = await api.signIn("nurse1", PASSWORDS.nurse);
    const given = { username: "nurse1", password: PASSWORDS.nurse };
    const { token } = await signInToConsole({ clinic, actor: null, source: "test" }, given);
    await taken(pair.access);
    await refused(pair.refresh);
    await refused(token);
    for (const wrong of [pair.access, token, genuine, "", "x"]) {
      const answer = await api.ask("POST", "/api/auth/refresh/", { body: { refresh: wrong } });
      assert.equal(answer.status, 401, answer.text);
      assert.equal(answer.json.access, undefined);
    }
    assert.equal((await authenticate(clinic, token, "console")).role, "nurse");
    for (const wrong of [pair.access, pair.refresh]) {
      await assert.rejects(authenticate(clinic, wrong, "console"), { code: "token_invalid" });
    }
  });

  await t.step(
    "[S4] a token with another audience, issuer or type is refused",
    async () => {
      for (const aud of ["other", ["dovms"], ["other", "dovms"], "", undefined]) {
        await refused(claiming({ aud }));
      }
      for (const iss of ["urn:dovms:other", "", undefined]) await refused(claiming({ iss }));
      for (const token_type of ["refresh", "console", "id", "", undefined]) {
        await refused(claiming({ token_type }));
      }
      const others = [{ sid: crypto.randomUUID() }, { sid: undefined }, { role: "owner" }, {
        exp: undefined,
      }];
      for (const claims of others) await refused(claiming(claims));
      const foreign: TokenParts = { ...own, secret: Buffer.alloc(32, 2) };
      await refused(signToken(foreign));
    },
  );

  await t.step(
    "[S4] the role in the database counts, not the one in the token",
    async () => {
      const headers = bearer(claiming({ role: "admin" }));
      const answer = await api.ask("POST", "/api/departments/", { headers, body: { name: "Forged" } });
      assert.equal(answer.status, 403);
    },
  );

  await t.step("[S5] exp and nbf hold, with a tolerance of 30 seconds", async () => {
    const now = Math.floor(api.clinic.clinic.now().getTime() / 1_000);
    await taken(claiming({ exp: now - 20 }));
    await refused(claiming({ exp: now - 31 }), "token_expired");
    await taken(claiming({ nbf: now + 20 }));
    await refused(claiming({ nbf: now + 45 }));
    await refused(claiming({ nbf: "soon" }));
  });

  await t.step("[S6] only one well-formed Bearer token is accepted", async () => {
    const schemes = ["Basic", "bearer", "BEARER", "Token", "JWT", "Bearer:"];
    for (const header of [...schemes.map((scheme) => `${scheme} ${genuine}`), genuine, "Bearer", "Bearer "]) {
      await assertRefused(api, header, "token_missing", true);
    }
    const malformed = [` ${genuine}`, `${genuine} x`, `"${genuine}"`, `${genuine},${genuine}`, "ü"];
    for (const token of malformed) await refused(token);
    const twice = [`Authorization: Bearer ${genuine}`, `Authorization: Bearer ${genuine}`];
    const answer = await sendRaw(api.clinic.url, ["GET /api/departments/ HTTP/1.1", ...twice]);
    assert.equal(answer.status, 401);
    const other = await api.ask("GET", "/api/departments/", { headers: { cookie: `access=${genuine}` } });
    assert.equal(other.status, 401);
    const inQuery = await api.ask("GET", `/api/departments/?access_token=${genuine}`);
    assert.equal(inQuery.status, 401);
  });

  await t.step(
    "[S5] an access token expires after 15 minutes and 30 seconds, used or not",
    async () => {
      const { access } = await api.signIn("nurse1", PASSWORDS.nurse);
      api.clinic.advance(15 * 60 + 15);
      await taken(access);
      api.clinic.advance(20);
      await refused(access, "token_expired");
    },
  );
});

async function assertTaken(api: TestApi, token: string): Promise<void> {
  const { status, text } = await api.ask("GET", "/api/departments/", { headers: bearer(token) });
  assert.equal(status, 200, text);
}

async function assertRefused(api: TestApi, token: string, code: string, whole = false): Promise<void> {
  const headers = whole ? { authorization: token } : bearer(token);
  const { status, json, headers: answered } = await api.ask("GET", "/api/departments/", { headers });
  assert.equal(status, 401, token);
  assert.equal(json.code, code, token);
  const challenge = code === "token_missing" ? "Bearer" : 'Bearer error="invalid_token"';
  assert.equal(answered.get("www-authenticate"), challenge);
}
