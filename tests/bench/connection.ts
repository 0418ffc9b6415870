/**
 * One keep-alive HTTP/1.1 connection for the load generator. It knows just what these servers send, answers with a
 * Content-Length, and does little else: fetch() costs four times as much and would be what is measured.
 */
export class Connection {
  readonly #received = new Uint8Array(512 * 1024);
  readonly #decoder = new TextDecoder("latin1");

  private constructor(private readonly tcp: Deno.TcpConn) {}

  static async open(port: number): Promise<Connection> {
    const tcp = await Deno.connect({ hostname: "127.0.0.1", port });
    tcp.setNoDelay(true);
    return new Connection(tcp);
  }

  /** Sends a whole request and gives the answer's status once all of the answer is here. @throws Error when cut off */
  async ask(request: Uint8Array): Promise<number> {
    for (let at = 0; at < request.length;) at += await this.tcp.write(request.subarray(at));
    let head: Head | undefined;
    for (let length = 0; head === undefined || length < head.total;) {
      const read = await this.tcp.read(this.#received.subarray(length));
      if (!read) throw new Error("the server cut the connection");
      length += read;
      head ??= this.#head(length);
    }
    return head.status;
  }

  close(): void {
    this.tcp.close();
  }

  #head(length: number): Head | undefined {
    const text = this.#decoder.decode(this.#received.subarray(0, Math.min(length, MOST_HEAD)));
    const end = text.indexOf("\r\n\r\n");
    if (end < 0) return undefined;
    const bytes = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
    if (bytes === undefined) throw new Error(`an answer without a length: ${text.slice(0, end)}`);
    return { status: Number(text.slice(9, 12)), total: end + 4 + Number(bytes) };
  }
}

interface Head {
  readonly status: number;
  readonly total: number;
}

const MOST_HEAD = 4_096;
