import { html } from "hono/html";
import { type ProblemCode, type ProblemKind, problems } from "@/api/http/problems.ts";
import { type Markup, page, prose } from "./page.ts";
import { statusNames } from "./status_names.ts";

/** The page of every error code, grouped by status. Each has an anchor of its name: `type` of a problem leads there. */
export function errorList(version: string): Promise<string> {
  return page({ title: "Errors", section: "errors", version, content: html`<main>${list()}</main>` });
}

function list(): Markup {
  const byStatus = Map.groupBy(Object.keys(problems) as ProblemCode[], (code) => problems[code].status);
  return html`
    <h1>Errors</h1>
    <p class="lead">Errors are answered as <code>application/problem+json</code>. Programs decide by
      <code>code</code>: codes never change, titles and details may. Where fields are wrong,
      <code>errors</code> names each with a code of its own.</p>
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
