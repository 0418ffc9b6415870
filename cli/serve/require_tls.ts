import { UsageError } from "@/cli/command_line/options.ts";
import type { ServerSettings } from "@/cli/command_line/settings.ts";

/**
 * Patient data crosses a network only encrypted: any address but loopback needs TLS, here or at a proxy.
 *
 * @throws UsageError where it would not be, or where only one of certificate and key is given
 */
export function requireTls({ host, tlsCert, tlsKey, behindProxy }: ServerSettings): void {
  if ((tlsCert === undefined) !== (tlsKey === undefined)) {
    throw new UsageError("--tls-cert and --tls-key go together");
  }
  if (isLoopback(host) || tlsCert !== undefined || behindProxy !== undefined) return;
  throw new UsageError(
    `--host ${host} can be reached from other machines, and patient data must not cross a network unencrypted: ` +
      "give --tls-cert and --tls-key, or --behind-proxy with the range of a proxy that does https",
  );
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}
