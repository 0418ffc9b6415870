/** What is measured of one answer. */
export interface Answer {
  /** Milliseconds from the request to the head of the answer, which is sent with the first of its bytes. */
  readonly firstByte: number;
  /** Bytes, unpacked. */
  readonly bytes: number;
}

/** Somebody who has signed in to the console, one request after the other on one connection. */
export class Visitor {
  private constructor(private readonly base: string, private readonly cookie: string) {}

  /** @throws Error where signing in is refused */
  static async signIn(port: number, username: string, password: string): Promise<Visitor> {
    const base = `http://127.0.0.1:${port}`;
    const response = await fetch(`${base}/sign-in`, {
      method: "POST",
      body: new URLSearchParams({ username, password }),
      headers: { origin: base },
      redirect: "manual",
    });
    await response.body?.cancel();
    const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
    if (response.status !== 303 || !cookie) throw new Error(`signing in answered ${response.status}`);
    return new Visitor(base, cookie);
  }

  /** @throws Error where the answer is no page: it would be no measurement */
  async open(path: string): Promise<Answer> {
    return await timed(this.base + path, { headers: { cookie: this.cookie }, redirect: "manual" });
  }
}

/** Asks, and waits for all of the answer. @throws Error for any status but 200 */
export async function timed(url: string, init: RequestInit = {}): Promise<Answer> {
  const start = performance.now();
  const response = await fetch(url, init);
  const firstByte = performance.now() - start;
  const bytes = (await response.bytes()).length;
  if (response.status !== 200) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return { firstByte, bytes };
}
