import { EXIT, plainCommand } from "@/cli/command_line/command.ts";
import { readTextIfExists } from "@/cli/files.ts";
import { UsageError } from "@/cli/command_line/options.ts";
import { serverOptions } from "@/cli/command_line/settings.ts";
import { z } from "zod";

const TIMEOUT_MS = 5_000;

const { host, port, tlsCert } = serverOptions;

/** Checks that a server and its database answer, for containers and service managers. */
export const healthcheck = plainCommand({
  name: "healthcheck",
  summary: "Ask a running server whether it and its database are well",
  options: {
    host,
    port,
    tlsCert,
    url: {
      value: "URL",
      schema: z.url({ protocol: /^https?$/, error: "must be an http or https address" }).optional(),
      help: "the server's address",
      defaultText: "made of --host and --port",
    },
  },
  async run({ host, port, tlsCert, url }, _env, out) {
    const base = url ?? serverAddress(host, port, tlsCert !== undefined);
    using client = Deno.createHttpClient({ caCerts: await ownCertificates(tlsCert) });
    for (const path of ["/healthz", "/readyz"]) {
      const problem = await problemAt(new URL(path, base), client);
      if (problem === undefined) continue;
      out.line(`Not well: ${problem}`);
      return EXIT.failed;
    }
    out.line(`Well: ${base}`);
    return EXIT.done;
  },
});

/** The address to send requests to: loopback, where the server listens on all addresses. @throws UsageError for port 0 */
function serverAddress(host: string, port: number, https: boolean): string {
  if (port === 0) throw new UsageError("--port 0 is whichever port was free: give --url");
  const reachable = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return `${https ? "https" : "http"}://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** The certificates to trust besides the system's: a clinic's own authority is mostly in the file with the certificate. */
async function ownCertificates(tlsCert: string | undefined): Promise<string[]> {
  const pem = tlsCert === undefined ? undefined : await readTextIfExists(tlsCert);
  return pem === undefined ? [] : [pem];
}

/** What is wrong, or undefined when the answer is 200. */
async function problemAt(url: URL, client: Deno.HttpClient): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { client, signal, redirect: "manual" });
    await response.body?.cancel();
    if (response.status === 200) return undefined;
    return response.status === 503 && url.pathname === "/readyz"
      ? "the server answers, but its database does not"
      : `${url} answers ${response.status}: is this DOVMS?`;
  } catch (error) {
    return reasonOf(url, error);
  }
}

function reasonOf(url: URL, error: unknown): string {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return `${url} does not answer within ${TIMEOUT_MS / 1_000} s`;
  }
  if (/certificate/i.test(`${error}`)) {
    return `${url} has a certificate that is not valid for this address: give --url with the name in it`;
  }
  return `nothing answers at ${url}`;
}
