/** What a server answered to a request that was written by hand. */
export interface RawAnswer {
  readonly status: number;
  /** Everything that came, the status line included. */
  readonly text: string;
}

/**
 * Sends lines that fetch would refuse to send, over a connection of their own, and reads until the server closes it.
 *
 * @param url where the server is
 * @param lines the request line and the headers; Host and Connection are added
 */
export async function sendRaw(url: string, lines: readonly string[]): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(url);
  const hosted = lines.some((line) => /^host:/i.test(line)) ? lines : [...lines, `Host: ${host}`];
  using connection = await Deno.connect({ hostname, port: Number(port) });
  const request = [...hosted, "Connection: close", "", ""].join("\r\n");
  await connection.write(new TextEncoder().encode(request));
  const text = await new Response(connection.readable).text();
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), text };
}
