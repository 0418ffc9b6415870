import { html, raw } from "hono/html";

/** A piece of HTML whose values were escaped. */
export type Markup = ReturnType<typeof html>;

/** The content of a page. */
export interface Page {
  readonly title: string;
  /** The entry of the menu that the page belongs to. */
  readonly section: "reference" | "errors";
  readonly version: string;
  /** Style sheets and scripts besides those of every page. */
  readonly head?: Markup;
  /** With a `main` landmark in it, unless a script adds one. */
  readonly content: Markup;
}

/** A page of the reference as a whole HTML document. */
export async function page({ title, section, version, head, content }: Page): Promise<string> {
  const text = await html`
    <!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>${title} · DOVMS API</title>
        <link rel="icon" href="${ICON}">
        <link rel="stylesheet" href="/api/docs/page.css">
        ${head ?? ""}
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header class="top">
          <a class="name" href="/api/docs/">DOVMS API</a>
          <span class="version">${version}</span>
          <nav aria-label="Reference">
            <a href="/api/docs/" ${currentIf(section === "reference")}>Reference</a>
            <a href="/api/docs/errors" ${currentIf(section === "errors")}>Errors</a>
            <a href="/api/openapi.json">OpenAPI</a>
          </nav>
        </header>
        <div class="page" id="content">${content}</div>
      </body>
    </html>
  `;
  return String(text);
}

/** Escaped text in which what is between backticks is set as code. */
export function prose(text: string): Markup[] {
  return text.split("`").map((part, index) => index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`);
}

function currentIf(isCurrent: boolean) {
  return isCurrent ? raw('aria-current="page"') : "";
}

// Part of the page, so that browsers do not ask for /favicon.ico.
const ICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="#0b6b68"/>' +
    '<path d="M8 4v8M4 8h8" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>',
);
