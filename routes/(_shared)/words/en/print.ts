/** What is printed: cards, labels, a patient's record. */
export const print = {
  title: "Print",
  card: "Patient card",
  label: "Label",
  cardAdvice: "Bring this card each time you come.",
};
