import { html } from "hono/html";
import type { Endpoint } from "@/api/http/endpoint.ts";
import { fieldCodes } from "@/api/http/field_codes.ts";
import { operationId, withBraces } from "@/api/openapi/operation.ts";
import { exampleProblem, problemsOf } from "@/api/openapi/problems.ts";
import { type ProblemCode, problems } from "@/api/http/problems.ts";
import { type Markup, page, prose } from "./page.ts";
import { statusNames } from "./status_names.ts";

/**
 * The page of one error code: what it means, what to do, what it looks like, which endpoints answer with it.
 *
 * @param version of the program
 * @returns a whole HTML document
 */
export function errorPage(
  code: ProblemCode,
  endpoints: readonly Endpoint[],
  version: string,
): Promise<string> {
  return page({
    title: code,
    section: "errors",
    version,
    content: html`<main>${explanation(code, endpoints)}</main>`,
  });
}

function explanation(code: ProblemCode, endpoints: readonly Endpoint[]): Markup {
  const { status, title, detail, remedy } = problems[code];
  return html`
    <p class="back"><a href="/api/docs/errors#${code}">All errors</a></p>
    <h1>${title}</h1>
    <p class="facts"><code>${code}</code> <span class="status">${status}</span> ${statusNames[status]}</p>
    <h2>What it means</h2>
    <p>${prose(detail)}</p>
    <h2>What to do</h2>
    <p>${prose(remedy)}</p>
    ${code === "validation_failed" ? fieldCodeList() : ""}
    <h2>What it looks like</h2>
    <pre tabindex="0"><code>${exampleAnswer(code)}</code></pre>
    <h2>What can answer it</h2>
    ${endpointList(code, endpoints)}
  `;
}

function fieldCodeList(): Markup {
  const items = Object.entries(fieldCodes).map(([code, meaning]) =>
    html`<li><span class="code">${code}</span><p>${prose(meaning)}</p></li>`
  );
  return html`
    <h2>What is wrong with a field</h2>
    <ul class="codes">${items}</ul>
  `;
}

function exampleAnswer(code: ProblemCode): string {
  const { status } = problems[code];
  return [
    `HTTP/1.1 ${status} ${statusNames[status]}`,
    "Content-Type: application/problem+json",
    "",
    JSON.stringify(exampleProblem(code), null, 2),
  ].join("\n");
}

function endpointList(code: ProblemCode, endpoints: readonly Endpoint[]): Markup {
  const answering = endpoints.filter((endpoint) => problemsOf(endpoint).includes(code));
  if (answering.length === 0) {
    return html`<p>No endpoint: it is about the address or the method.</p>`;
  }
  if (answering.length === endpoints.length) return html`<p>Every endpoint.</p>`;
  const needingToken = endpoints.filter(({ action }) => action !== "open");
  if (answering.length === needingToken.length && answering.every((each) => needingToken.includes(each))) {
    return html`<p>Every endpoint that needs a token.</p>`;
  }
  return html`<ul class="endpoints">${answering.map(link)}</ul>`;
}

/** A link to the place in the reference where the endpoint opens. */
function link({ method, path, tag, summary }: Endpoint): Markup {
  const place = `${encodeURIComponent(tag)}/${operationId(method.toLowerCase(), path)}`;
  return html`
    <li>
      <a href="/api/docs/#/${place}"><span class="method">${method}</span> <code>${withBraces(
        path,
      )}</code></a>
      <span class="summary">${summary}</span>
    </li>
  `;
}
