/**
 * Text as searches compare it: without case, diacritics, apostrophes and hyphens, so that "Ts'epo" is "tsepo". Words
 * are parted by single spaces.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.replaceAll("´", "") // to Unicode it is a space with an accent
    .normalize("NFKD").toLowerCase()
    .replace(/[\p{M}'’‘ʼ`\-‐‑]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** Most names: nothing to do but the case (0.1 µs for 1.5). */
const PLAIN = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

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

/** The phone numbers in somebody's contact details, folded. What parts two numbers is whatever is not written in one. */
export function phonesOf(contactDetails: string): string[] {
  const written = contactDetails.match(/\d(?:[\d \t().\u00a0-]*\d)?/g) ?? [];
  return written.map(foldPhone);
}

/** `text` cut to so many letters, never through one. */
export function cut(text: string, letters: number): string {
  return text.length <= letters ? text : [...text].slice(0, letters).join("");
}
