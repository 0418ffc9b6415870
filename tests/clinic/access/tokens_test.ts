import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { errors } from "jose";
import { ClinicError } from "@/clinic/errors.ts";
import { type NewClaims, Tokens, verifySignature } from "@/clinic/access/tokens.ts";
import { hmac } from "@/db/crypto/digest.ts";
import { KeyRing, newKeyRing } from "@/db/crypto/key_ring.ts";
import { testVectors, type VectorGroup } from "@/tests/support/db/vectors.ts";

interface Jwk {
  readonly kid: string;
  /** Base64url of a symmetric key. */
  readonly k?: string;
}
interface Group extends VectorGroup<{ readonly jws: string }> {
  readonly private?: Jwk;
  readonly public?: Jwk;
}

// Called valid by the vectors though a question mark stands in them: we refuse them, as RFC 7515 §2 does.
const NOT_BASE64URL = [372, 373];
// Called invalid for their padding, which they have lost: they are case 357 (valid), letter by letter.
const SAME_AS_A_VALID_ONE = [367, 370];

testVectors<Group>("only rightly signed HS256 is taken", "json_web_signature_test.json", async (groups) => {
  const taken: number[] = [];
  let ran = 0;
  for (const { tests, ...group } of groups) {
    const { kid, k } = (group.private ?? group.public)!;
    const secret = k ? Buffer.from(k, "base64url") : Buffer.alloc(32, 7); // no other kind of key can be in our ring
    for (const { jws, tcId } of tests) {
      ran++;
      if (await signatureHolds(jws, { kid, secret })) taken.push(tcId);
    }
  }
  assert.equal(ran, 401);
  assert.deepEqual(
    taken,
    [...validCases(groups), ...SAME_AS_A_VALID_ONE].sort((a, b) => a - b),
  );
});

testVectors<Group>("what we judge otherwise than the vectors", "json_web_signature_test.json", (groups) => {
  const cases = new Map(groups.flatMap(({ tests }) => tests).map((each) => [each.tcId, each]));
  for (const tcId of SAME_AS_A_VALID_ONE) assert.equal(cases.get(tcId)!.jws, cases.get(357)!.jws);
  for (const tcId of NOT_BASE64URL) assert.match(cases.get(tcId)!.jws, /\?/);
  assert.equal(cases.get(357)!.result, "valid");
  assert.equal(validCases(groups).length, 8);
});

testVectors<Group>("none of them is a token of ours", "json_web_signature_test.json", async (groups) => {
  const { tokens } = make();
  for (const { jws } of groups.flatMap(({ tests }) => tests)) {
    await assert.rejects(tokens.verify(jws, "access"), { name: "ClinicError", code: "token_invalid" });
  }
});

// RFC 7515, A.1.
const A1_KEY = Buffer.from(
  "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
  "base64url",
);
const A1_HEADER = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";
const A1_PAYLOAD =
  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const A1_SIGNATURE = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

Deno.test("RFC 7515 A.1: our HMAC is its signature", () => {
  assert.equal(signature(A1_KEY, `${A1_HEADER}.${A1_PAYLOAD}`), A1_SIGNATURE);
});

Deno.test("RFC 7515 A.1: a token that names no key is refused", async () => {
  const token = `${A1_HEADER}.${A1_PAYLOAD}.${A1_SIGNATURE}`;
  for (const kid of ["", "undefined", "joe"]) {
    assert.equal(await signatureHolds(token, { kid, secret: A1_KEY }), false, kid);
  }
});

Deno.test("RFC 7515 A.1: naming its key, the same payload is verified", async () => {
  const token = byHand(A1_KEY, { alg: "HS256", kid: "a1" }, A1_PAYLOAD);
  assert.equal(await signatureHolds(token, { kid: "a1", secret: A1_KEY }), true);
  assert.equal(await signatureHolds(token, { kid: "a2", secret: A1_KEY }), false);
  assert.equal(await signatureHolds(token, { kid: "a1", secret: A1_KEY.subarray(1) }), false);
});

Deno.test("what a token says comes back, with who issued it and for whom", async () => {
  const { tokens } = make();
  const claims = await tokens.verify(await tokens.sign(CLAIMS), "access");
  const { issuedAt: _issuedAt, expiresAt: _expiresAt, ...content } = CLAIMS;
  assert.deepEqual(claims, {
    ...content,
    sub: CLAIMS.user_id,
    iss: `urn:dovms:${DATABASE}`,
    aud: "dovms",
    iat: START / 1_000,
    exp: START / 1_000 + 900,
  });
});

Deno.test("a token of one type is none of another", async () => {
  const { tokens } = make();
  for (const type of ["access", "refresh", "console"] as const) {
    const token = await tokens.sign({ ...CLAIMS, token_type: type });
    for (const wanted of ["access", "refresh", "console"] as const) {
      if (wanted === type) assert.equal((await tokens.verify(token, wanted)).token_type, type);
      else await assertRefused(tokens.verify(token, wanted), "token_invalid");
    }
  }
});

Deno.test("a token ends 30 seconds after it expires, also when it was verified before", async () => {
  const { tokens, clock } = make();
  const token = await tokens.sign(CLAIMS);
  clock.now = START + 929_000;
  await tokens.verify(token, "access");
  clock.now = START + 930_000;
  await assertRefused(tokens.verify(token, "access"), "token_expired");
  await assertRefused(make(clock.now).tokens.verify(token, "access"), "token_expired");
});

Deno.test("a token that is not yet valid is refused but for 30 seconds", async () => {
  const { tokens, ring } = make();
  for (const [notBefore, taken] of [[30, true], [31, false]] as const) {
    const claims = {
      ...await tokens.verify(await tokens.sign(CLAIMS), "access"),
      nbf: START / 1_000 + notBefore,
    };
    const verified = tokens.verify(signed(ring, {}, claims), "access");
    if (taken) await verified;
    else await assertRefused(verified, "token_invalid");
  }
});

Deno.test("a token of another database is refused, though its key be known here", async () => {
  const { tokens, ring } = make();
  const claims = await tokens.verify(await tokens.sign(CLAIMS), "access");
  await tokens.verify(signed(ring, {}, claims), "access"); // so the ones below differ in one thing
  const wrongs = [{ iss: "urn:dovms:other" }, { aud: "other" }, { iss: undefined }, { aud: undefined }];
  for (const wrong of [...wrongs, { role: "owner" }, { sid: undefined }, { exp: undefined }]) {
    await assertRefused(tokens.verify(signed(ring, {}, { ...claims, ...wrong }), "access"), "token_invalid");
  }
});

Deno.test("what a header asks for changes nothing: another algorithm, a key of its own, an extension", async () => {
  const { tokens, ring } = make();
  const claims = await tokens.verify(await tokens.sign(CLAIMS), "access");
  const jwk = { kty: "oct", k: Buffer.alloc(32, 1).toString("base64url") };
  const foreign = new KeyRing({
    ...newKeyRing(),
    signing: [{ kid: "x", secret: Buffer.alloc(32, 1).toString("base64") }],
  });
  const kid = ring.currentSigningKey.kid;
  for (
    const header of [{ jwk }, { jwk, kid }, { jku: "https://example.org/keys", kid }, { kid }, { kid: "x" }]
  ) {
    await assertRefused(tokens.verify(signed(foreign, header, claims), "access"), "token_invalid");
  }
  for (
    const header of [{ alg: "none" }, { alg: "HS512" }, { alg: "hs256" }, { crit: ["exp"] }, { kid: "x" }]
  ) {
    await assertRefused(tokens.verify(signed(ring, header, claims), "access"), "token_invalid");
  }
  const unsigned = byHand(Buffer.alloc(0), { alg: "none", kid }, encoded(claims)).replace(/[^.]+$/, "");
  await assertRefused(tokens.verify(unsigned, "access"), "token_invalid");
});

Deno.test("a token with any letter changed is refused", async () => {
  const { tokens } = make();
  const token = await tokens.sign(CLAIMS);
  for (let at = 0; at < token.length; at++) {
    const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
    await assertRefused(tokens.verify(changed, "access"), "token_invalid");
  }
});

const DATABASE = "0d8a2f5e-6c35-4f0e-9d19-6f3f0c4f0a11";
const START = Date.UTC(2026, 2, 2, 6, 15);
const CLAIMS: NewClaims = {
  token_type: "access",
  jti: "j",
  user_id: "u",
  role: "nurse",
  sid: "s",
  issuedAt: new Date(START),
  expiresAt: new Date(START + 900_000),
};
const SIGNING = newKeyRing();

function make(now = START) {
  const clock = { now };
  const ring = new KeyRing(SIGNING);
  return { clock, ring, tokens: new Tokens(DATABASE, ring, () => new Date(clock.now)) };
}

/** The valid cases with HS256, but for those that we refuse. */
function validCases(groups: readonly Group[]): number[] {
  return groups.filter((group) => group.private?.k).flatMap(({ tests }) => tests)
    .filter(({ result, tcId }) => result === "valid" && !NOT_BASE64URL.includes(tcId)).map(({ tcId }) =>
      tcId
    );
}

/** Whether a token passes but for its claims, which come after the signature. */
async function signatureHolds(token: string, key: { kid: string; secret: Uint8Array }): Promise<boolean> {
  const expected = { issuer: "joe", audience: "dovms", currentDate: new Date(START) };
  try {
    await verifySignature(token, [key], expected);
    return true;
  } catch (error) {
    return error instanceof errors.JWTInvalid || error instanceof errors.JWTClaimValidationFailed;
  }
}

function signed(ring: KeyRing, header: Record<string, unknown>, claims: object): string {
  const { kid, secret } = ring.currentSigningKey;
  return byHand(secret, { alg: "HS256", kid, typ: "JWT", ...header }, encoded(claims));
}

function byHand(secret: Uint8Array, header: object, payload: string): string {
  const input = `${encoded(header)}.${payload}`;
  return `${input}.${signature(secret, input)}`;
}

function signature(secret: Uint8Array, input: string): string {
  return Buffer.from(hmac(secret, input)).toString("base64url");
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

async function assertRefused(verified: Promise<unknown>, code: string): Promise<void> {
  await assert.rejects(verified, (error) => error instanceof ClinicError && error.code === code);
}
