/** A browser's part in HTTP: keeps the cookie, sends forms as a browser does from this site, follows no redirect. */
export class Visitor {
  cookie: string | undefined;

  constructor(private readonly base: string, private readonly send = fetch) {}

  get(path: string): Promise<Page> {
    return this.#ask(path, { method: "GET" }, {});
  }

  /** `headers` replace the browser's own; an empty value leaves one out. */
  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Page> {
    return this.#ask(path, { method: "POST", body: String(new URLSearchParams(fields)) }, {
      "origin": new URL(this.base).origin,
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    });
  }

  async #ask(path: string, init: RequestInit, headers: Record<string, string>): Promise<Page> {
    const sent = new Headers(Object.entries(headers).filter(([, value]) => value !== ""));
    if (this.cookie !== undefined) sent.set("cookie", this.cookie);
    const response = await this.send(
      new Request(this.base + path, { ...init, headers: sent, redirect: "manual" }),
    );
    this.#keep(response.headers.getSetCookie());
    return { status: response.status, headers: response.headers, html: await response.text() };
  }

  #keep(setCookies: string[]): void {
    for (const line of setCookies) {
      const pair = line.split(";")[0] ?? "";
      this.cookie = pair.endsWith("=") ? undefined : pair;
    }
  }
}

export interface Page {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** Where a redirect leads. */
export function ledTo({ status, headers }: Page): string | null {
  return status === 303 ? headers.get("location") : null;
}

/** The document's title, as text. */
export function titleOf({ html }: Page): string | undefined {
  return /<title>(.*?)<\/title>/.exec(html)?.[1];
}
