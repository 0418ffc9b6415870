// Sesotho in the orthography of Lesotho, written by non-native authors: it awaits a native reviewer.
import type { print as english } from "@/routes/(_shared)/words/en/print.ts";

export const print: typeof english = {
  printHint: "Hatisa ka konopo, ka Ctrl le P, kapa ho tsoa lethathamong la sebatli.",
  printedBy: (name, when) => `E hatisitsoe ke ${name}, ${when}.`,
  card: "Karete ea mokuli",
  cardPaper: "Ke ea karete kapa pampiri ea A6, e robalitsoe.",
  cardAdvice: "Tla le karete ena nako le nako ha u tla.",
  label: "Letšoao",
  labelPaper: "Ke la matšoao a 62 × 29 mm.",
  noBarcode:
    "Nomoro ena ea faele e na le litlhaku tse ke keng tsa kena barcode: e hatisoa ka litlhaku feela.",
  list: "Liketelo tsa letsatsi",
  listPaper: "Ke la pampiri ea A4.",
  listEmpty: "Khetha letsatsi le leng leqepheng la liketelo.",
  listIncomplete: (shown, total) =>
    `Tsena ke liketelo tse ${shown} ho tse ${total}. Hatisa lethathamo la lefapha ka leng.`,
  printList: "Hatisa lethathamo",
};
