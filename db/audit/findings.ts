/** What is wrong with the audit: a finding for each entry or run of entries. It holds no text of an entry. */
export type AuditFinding =
  | EntryFinding<"edited">
  | (EntryFinding<"moved"> & { readonly standsAt: number })
  | MissingEntries
  | { readonly kind: "chain_missing"; readonly chain: string; readonly known: number }
  | { readonly kind: "chain_unlisted"; readonly chain: string };

/** An entry by its chain, number, time and action; null where the column holds what the program never writes. */
interface EntryFinding<Kind> {
  readonly kind: Kind;
  readonly chain: string;
  readonly number: number;
  readonly at: string | null;
  readonly action: string | null;
}

/** Entries `from`–`to` of a chain are missing; they were written between the times of their neighbours. */
export interface MissingEntries {
  readonly kind: "missing";
  readonly chain: string;
  readonly from: number;
  readonly to: number;
  readonly after: string | null;
  readonly before: string | null;
}

/** The columns of an edited entry may hold anything, even a patient's name: only what the program could write is shown. */
export function identify(entry: { chain: unknown; number: unknown; at: unknown; action: unknown }) {
  return {
    chain: safeChainId(entry.chain),
    number: Number.isSafeInteger(entry.number) ? entry.number as number : 0,
    at: safeInstant(entry.at),
    action: matching(/^[a-z_.]{1,40}$/, entry.action),
  };
}

/** The id of a chain, or a fixed text where the column holds something else. */
export function safeChainId(chain: unknown): string {
  return matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, chain) ?? "no chain of this program";
}

export function safeInstant(at: unknown): string | null {
  return matching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, at);
}

function matching(pattern: RegExp, value: unknown): string | null {
  return typeof value === "string" && pattern.test(value) ? value : null;
}
