import { counting } from "../counting.ts";

const count = counting("en");

/** The audit. */
export const audit = {
  title: "Audit",
  count: count("1 entry", "# entries"),
  at: "When",
  who: "Who",
  action: "What",
  whom: "Of whom",
  source: "From where",
  done: "Done",
  refused: "Refused",
  what: "Who saw or changed what, and when. It holds ids, and nothing of what is in a record.",
  outcome: "Outcome",
  outcomes: { done: "Done", refused: "Refused", failed: "Failed" },
  bulk: (n: number, table: string) => `${n} of ${table}`,
  more: (n: number) => `and ${n} more`,
  noneHere: "Nothing here",
  noneAdvice: "Choose other days, or another person.",
};
