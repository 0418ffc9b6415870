/**
 * Text as searches compare it: without case, diacritics, apostrophes and hyphens, so that "Ts'epo" is "tsepo", and with
 * single spaces between words. What belongs in text/ are rules of text that know nothing of patients or of the index.
 */
export function fold(text: string): string {
  if (UNACCENTED.test(text)) return text.toLowerCase();
  return text.replaceAll("´", "") // in Unicode a space with an accent
    .normalize("NFKD").toLowerCase()
    .replace(/[\p{M}'’‘‛′ʹʻʼʽ`\-‐‑]/gu, "") // Unicode's modifier letters are typed as apostrophes
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Most names need only lower case (0.1 µs instead of 1.5). */
const UNACCENTED = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** The words of a text, folded. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return folded === "" ? [] : folded.split(" ");
}

/** A file number as searches compare it: "KB/77-a" is "kb77a". */
export function foldNumber(fileNumber: string): string {
  return fold(fileNumber).replaceAll(" ", "");
}

const LOCAL_DIGITS = 8; // of a phone number in Lesotho

/**
 * The digits of one phone number as searches compare it: without leading zeros, and Lesotho's
 * own (+266) without the prefix, so that +266 5811 1111 is 58111111, and 082 123 4567 are the last digits of +27821234567.
 */
export function foldPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length === LOCAL_DIGITS + 3 && digits.startsWith("266") ? digits.slice(3) : digits;
}

/**
 * The phone numbers in contact details, folded. Two numbers are separated by whatever is not written inside of one. With only
 * spaces or dashes between them, a new number begins after a complete number of Lesotho if enough digits follow: together
 * they would be longer than any number (15 digits, ITU-T E.164).
 */
export function phonesOf(contactDetails: string): string[] {
  const written = contactDetails.match(/\d(?:[\d \t().\u00a0\u202f\u2010-\u2015\u2212-]*\d)?/g) ?? [];
  return written.flatMap(splitNumbers).map(foldPhone);
}

/** The numbers in one run of digits, spaces and dashes. */
function splitNumbers(written: string): string[] {
  const groups = written.match(/\d+/g)!;
  let left = groups.reduce((sum, { length }) => sum + length, 0);
  const numbers = [""];
  for (const group of groups) {
    if (left >= LOCAL_DIGITS && isLocal(numbers.at(-1)!)) numbers.push("");
    numbers[numbers.length - 1] += group;
    left -= group.length;
  }
  return numbers;
}

const LONGEST_LOCAL = "00266".length + LOCAL_DIGITS;

function isLocal(digits: string): boolean {
  return digits.length <= LONGEST_LOCAL && foldPhone(digits).length === LOCAL_DIGITS;
}

/** The first letters of `text`, at most so many; a letter of two code units is never split. */
export function truncate(text: string, letters: number): string {
  return text.length <= letters ? text : [...text].slice(0, letters).join("");
}
