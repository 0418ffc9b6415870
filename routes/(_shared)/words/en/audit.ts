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
};
