import { html } from "hono/html";
import { type ProblemCode, type ProblemKind, problems } from "@/api/http/problems.ts";
import { type Markup, page, prose } from "./page.ts";
import { statusNames } from "./status_names.ts";

/** Every error code with an anchor of its name, grouped by status: where `type` of a problem answer leads. */
export function errorList(version: string): Promise<string> {
  return page({ title: "Errors", here: "errors", version, content: html`<main>${list()}</main>` });
}

function list(): Markup {
  const byStatus = Map.groupBy(Object.keys(problems) as ProblemCode[], (code) => problems[code].status);
  return html`
    <h1>Errors</h1>
    <p class="lead">What goes wrong is answered as <code>application/problem+json</code>. Programs decide by
      <code>code</code>: codes stay as they are, titles and details may be worded better one day. Where fields are at
      fault, <code>errors</code> names each with a code of its own.</p>
    ${[...byStatus].map(([status, codes]) => group(status, codes))}
  `;
}

function group(status: ProblemKind["status"], codes: ProblemCode[]): Markup {
  return html`
    <section class="group" aria-labelledby="status-${status}">
      <h2 id="status-${status}"><span class="status">${status}</span> ${statusNames[status]}</h2>
      <ul class="codes">${codes.map(item)}</ul>
    </section>
  `;
}

function item(code: ProblemCode): Markup {
  const { title, detail } = problems[code];
  return html`
    <li id="${code}">
      <a class="code" href="/api/docs/errors/${code}/">${code}</a>
      <p><strong>${title}.</strong> ${prose(detail)}</p>
    </li>
  `;
}
