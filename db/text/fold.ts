/**
 * Text as searches compare it: without case, diacritics, apostrophes and hyphens, so that "Ts'epo" is "tsepo". Words
 * are parted by single spaces.
 */
export function fold(text: string): string {
  if (UNACCENTED.test(text)) return text.toLowerCase();
  return text.replaceAll("´", "") // to Unicode it is a space with an accent
    .normalize("NFKD").toLowerCase()
    .replace(/[\p{M}'’‘‛′ʹʻʼʽ`\-‐‑]/gu, "") // the raised commas of Unicode's letters are apostrophes to people
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Most names: nothing to do but the case (0.1 µs for 1.5). */
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

const LOCAL_DIGITS = 8; // of a number in Lesotho

/**
 * The digits of one phone number as searches compare it: without the zeros before a number that is dialled, and
 * Lesotho's own (+266) without the prefix, so that +266 5811 1111 is 58111111, and 082 123 4567 the end of +27821234567.
 */
export function foldPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length === LOCAL_DIGITS + 3 && digits.startsWith("266") ? digits.slice(3) : digits;
}

/**
 * The phone numbers in somebody's contact details, folded. What parts two numbers is whatever is not written in one; and
 * where there is but a space or a dash between them, that the first is a whole number of Lesotho and another can follow:
 * together they are longer than any number is (15 digits, ITU-T E.164).
 */
export function phonesOf(contactDetails: string): string[] {
  const written = contactDetails.match(/\d(?:[\d \t().\u00a0\u202f\u2010-\u2015\u2212-]*\d)?/g) ?? [];
  return written.flatMap(splitNumbers).map(foldPhone);
}

/** The numbers in one stretch of digits and what may be written between them. */
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

/** `text` cut to so many letters, never through one. */
export function truncate(text: string, letters: number): string {
  return text.length <= letters ? text : [...text].slice(0, letters).join("");
}
