/** What is printed: cards, labels, the visits of a day. */
export const print = {
  how: "Print it with the button, with Ctrl and P, or from the browser’s menu.",
  printed: (name: string, when: string) => `Printed by ${name}, ${when}.`,
  card: "Patient card",
  cardPaper: "For a card or paper of A6, across.",
  cardAdvice: "Bring this card each time you come.",
  label: "Label",
  labelPaper: "For labels of 62 by 29 mm.",
  noBarcode: "This file number has letters that no barcode can hold: it is printed in letters alone.",
  list: "Visits of a day",
  listPaper: "For paper of A4.",
  listNone: "Choose another day on the page of visits.",
  listCut: (shown: number, total: number) =>
    `These are ${shown} of ${total} visits. Print the list of each department instead.`,
  printList: "Print the list",
};
