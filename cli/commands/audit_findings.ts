import type { AuditFinding, MissingEntries } from "@/db/audit/findings.ts";

/** A finding as a line of text: which entry, and what was done to it. It quotes nothing that somebody may have written there. */
export function describeFinding(finding: AuditFinding): string {
  const { kind, chain } = finding;
  switch (kind) {
    case "edited":
      return `edited: ${describeEntry(finding)}`;
    case "moved":
      return `reordered: ${describeEntry(finding)} is where entry ${finding.standsAt} was`;
    case "missing":
      return `missing: ${describeGap(finding)}`;
    case "chain_missing":
      return `missing: all of chain ${chain}, which had ${finding.known} or more entries`;
    case "chain_unlisted":
      return `missing: chain ${chain} in the list of chains`;
  }
}

function describeEntry(
  { chain, number, at, action }: Extract<AuditFinding, { kind: "edited" | "moved" }>,
): string {
  return `entry ${number} of chain ${chain} (${at ?? "no time"}, ${action ?? "no action"})`;
}

function describeGap({ chain, from, to, after, before }: MissingEntries): string {
  const entries = from === to ? `entry ${from}` : `entries ${from}–${to}`;
  return `${entries} of chain ${chain} (${describeTimes(after, before)})`;
}

function describeTimes(after: string | null, before: string | null): string {
  if (after !== null && before !== null) return `written between ${after} and ${before}`;
  if (after !== null) return `written after ${after}`;
  return before !== null ? `written before ${before}` : "at an unknown time";
}
