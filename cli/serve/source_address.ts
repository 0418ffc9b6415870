import { BlockList, isIPv6 } from "node:net";

/** The address a request came from, told from its connection and, from a known proxy alone, from what that says. */
export type SourceOf = (request: Request, remote: Deno.Addr) => string | null;

/**
 * @param proxies the range (CIDR) of proxies whose X-Forwarded-For is believed; nobody's without one, because anybody
 * can send the header
 */
export function sourceAddress(proxies: string | undefined): SourceOf {
  if (!proxies) return (_, remote) => peerOf(remote); // the list would cost every request 2.5 µs
  const believed = new BlockList();
  const [network, bits] = proxies.split("/") as [string, string];
  believed.addSubnet(network, Number(bits), familyOf(network));
  return (request, remote) => {
    const peer = peerOf(remote);
    if (peer === null || !believed.check(peer, familyOf(peer))) return peer;
    return lastForwarded(request.headers.get("x-forwarded-for")) ?? peer;
  };
}

function peerOf(remote: Deno.Addr): string | null {
  return "hostname" in remote ? remote.hostname : null;
}

/** The proxy appends the address it saw; what stands before it anybody may have written. */
function lastForwarded(header: string | null): string | undefined {
  return header?.split(",").at(-1)?.trim() || undefined;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
