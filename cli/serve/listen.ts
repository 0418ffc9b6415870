import { UsageError } from "@/cli/command_line/options.ts";
import type { ServerSettings } from "@/cli/command_line/settings.ts";
import { logFailure } from "@/cli/log.ts";
import { failureAnswer } from "./web.ts";

/**
 * Listens where the settings say, with TLS where they name a certificate.
 *
 * @throws UsageError when the port is taken or the certificate cannot be read
 */
export async function listen(
  settings: ServerSettings,
  handler: Deno.ServeHandler<Deno.NetAddr>,
): Promise<Deno.HttpServer<Deno.NetAddr>> {
  const { host: hostname, port } = settings;
  // What is thrown past the handler: the runtime's own answer would log its message, which may quote what was sent.
  const onError = (error: unknown) => failureAnswer(error, logFailure);
  const options = { hostname, port, onListen: () => {}, onError };
  const certificate = await readCertificate(settings);
  try {
    return certificate ? Deno.serve({ ...options, ...certificate }, handler) : Deno.serve(options, handler);
  } catch (error) {
    if (!(error instanceof Deno.errors.AddrInUse)) throw error;
    throw new UsageError(`--port ${port} is taken by another program: stop it, or give another --port`);
  }
}

/** The address to type into a browser. */
export function baseUrl({ hostname, port }: Deno.NetAddr, https: boolean): string {
  const host = hostname.includes(":") ? `[${hostname}]` : hostname;
  return `${https ? "https" : "http"}://${host}:${port}`;
}

async function readCertificate(
  { tlsCert, tlsKey }: ServerSettings,
): Promise<Deno.TlsCertifiedKeyPem | undefined> {
  if (tlsCert === undefined || tlsKey === undefined) return undefined;
  return { cert: await readPem("--tls-cert", tlsCert), key: await readPem("--tls-key", tlsKey) };
}

async function readPem(flag: string, path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch {
    throw new UsageError(`${flag}: ${path} cannot be read`);
  }
}
