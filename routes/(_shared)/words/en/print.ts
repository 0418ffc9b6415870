/** What is printed: cards, labels, the visits of a day. */
export const print = {
  printHint: "Print it with the button, with Ctrl and P, or from the browser’s menu.",
  printedBy: (name: string, when: string) => `Printed by ${name}, ${when}.`,
  card: "Patient card",
  cardPaper: "For A6 card or paper, landscape.",
  cardAdvice: "Bring this card each time you come.",
  label: "Label",
  labelPaper: "For labels of 62 × 29 mm.",
  noBarcode: "This file number has characters that a barcode cannot hold, so it is printed without one.",
  list: "Visits of a day",
  listPaper: "For A4 paper.",
  listEmpty: "Choose another day on the visits page.",
  listIncomplete: (shown: number, total: number) =>
    `These are ${shown} of ${total} visits. Print the list of each department instead.`,
  printList: "Print the list",
};
