import { App, csp, csrf } from "fresh";
import { doesNotMatch, equal, match, notEqual } from "node:assert/strict";
import { fetchFrom } from "./support.ts";

const form = new App().use(csrf()).get("/", (ctx) => ctx.text("page")).post("/", (ctx) => ctx.text("done"))
  .handler();

async function post(headers: Record<string, string>): Promise<number> {
  return (await fetchFrom(form, "/", { method: "POST", headers })).status;
}

Deno.test("csrf lets this site's own forms through", async () => {
  equal(await post({ "sec-fetch-site": "same-origin" }), 200);
  equal(await post({ origin: "http://localhost" }), 200);
  equal((await fetchFrom(form, "/")).status, 200);
});

Deno.test("csrf refuses foreign, sibling and absent origins, whatever the content type [S41]", async () => {
  equal(await post({}), 403);
  equal(await post({ "content-type": "text/plain" }), 403);
  equal(await post({ origin: "https://evil.example" }), 403);
  equal(await post({ origin: "null" }), 403);
  equal(await post({ origin: "http://localhost:8080" }), 403);
  for (const site of ["cross-site", "same-site", "none"]) {
    equal(await post({ "sec-fetch-site": site, origin: "http://localhost" }), 403);
  }
});

Deno.test("csrf trusts the origins in its options", async () => {
  for (
    const origin of [
      "https://a.example",
      ["https://a.example"],
      (from: string) => from.endsWith("a.example"),
    ]
  ) {
    const handler = new App().use(csrf({ origin })).post("/", (ctx) => ctx.text("done")).handler();
    const status = async (from: string) =>
      (await fetchFrom(handler, "/", { method: "POST", headers: { origin: from } })).status;
    equal(await status("https://a.example"), 200);
    equal(await status("https://b.example"), 403);
  }
});

Deno.test("csp with a nonce: a new one for each answer, on inline scripts and styles, never unsafe-inline [S43]", async () => {
  const handler = new App().use(csp({ useNonce: true, csp: ["img-src 'none'"] })).get(
    "/",
    (ctx) =>
      ctx.render(
        <html>
          <head>
            <style>{"p { color: red }"}</style>
          </head>
          <body>
            <script>1 + 1</script>
            <script src="/other.js"></script>
          </body>
        </html>,
      ),
  ).handler();
  const [one, two] = [await fetchFrom(handler, "/"), await fetchFrom(handler, "/")];
  const policy = one.headers.get("content-security-policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  equal(one.body.split(`nonce="${nonce}"`).length, 3);
  match(one.body, /<script src="\/other\.js"><\/script>/);
  match(policy, /script-src 'self' 'nonce-/);
  match(policy, /img-src 'none'/);
  match(policy, /object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'/);
  doesNotMatch(policy, /unsafe-inline|img-src 'self'/);
  notEqual(policy, two.headers.get("content-security-policy"));
});

Deno.test("csp also covers a response whose headers cannot be changed", async () => {
  const handler = new App().use(csp()).get("/", () => Response.redirect("http://localhost/x")).handler();
  const { status, headers } = await fetchFrom(handler, "/");
  equal(status, 302);
  match(headers.get("content-security-policy") ?? "", /default-src 'self'/);
});
