import { BlockList, isIPv6 } from "node:net";

/** The address that a request came from: its connection's or, where that is a known proxy, the one that the proxy names. */
export type SourceOf = (request: Request, remote: Deno.Addr) => string | null;

/**
 * @param proxies the range (CIDR) of proxies whose X-Forwarded-For is believed. Without one the header is ignored, because
 * anybody can send it
 */
export function sourceAddress(proxies: string | undefined): SourceOf {
  if (!proxies) return (_, remote) => peerOf(remote); // the list would cost every request 2.5 µs
  const trusted = new BlockList();
  const [network, bits] = proxies.split("/") as [string, string];
  trusted.addSubnet(network, Number(bits), familyOf(network));
  return (request, remote) => {
    const peer = peerOf(remote);
    if (peer === null || !trusted.check(peer, familyOf(peer))) return peer;
    return lastForwarded(request.headers.get("x-forwarded-for")) ?? peer;
  };
}

function peerOf(remote: Deno.Addr): string | null {
  return "hostname" in remote ? remote.hostname : null;
}

/** The proxy appends the address it sees; whatever comes before it may be the client's invention. */
function lastForwarded(header: string | null): string | undefined {
  return header?.split(",").at(-1)?.trim() || undefined;
}

function familyOf(address: string): "ipv4" | "ipv6" {
  return isIPv6(address) ? "ipv6" : "ipv4";
}
