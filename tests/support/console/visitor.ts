/** A browser's part in HTTP: keeps the cookie, sends forms as a browser does from this site, follows no redirect. */
export class Visitor {
  cookie: string | undefined;
  /** What the session's forms carry, as the last page had it. */
  formToken: string | undefined;

  constructor(private readonly base: string, private readonly send = fetch) {}

  get(path: string): Promise<Page> {
    return this.#ask(path, { method: "GET" }, {});
  }

  /** `headers` replace the browser's own; an empty value leaves one out. */
  async post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    if (this.cookie !== undefined && this.formToken === undefined) await this.get("/password"); // has a form
    const token: Record<string, string> = this.formToken === undefined ? {} : { form_token: this.formToken };
    return await this.#ask(path, {
      method: "POST",
      body: String(new URLSearchParams({ ...token, ...fields })),
    }, {
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
    const html = await response.text();
    this.formToken = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? this.formToken;
    return { status: response.status, headers: response.headers, html };
  }

  #keep(setCookies: string[]): void {
    for (const line of setCookies) {
      const pair = line.split(";")[0] ?? "";
      this.cookie = pair.endsWith("=") ? undefined : pair;
      if (this.cookie === undefined) this.formToken = undefined;
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
