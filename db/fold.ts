/**
 * Text as searches compare it: without case, diacritics, apostrophes and hyphens, so that "Ts'epo" is "tsepo". Words
 * are parted by single spaces.
 */
export function fold(text: string): string {
  return text.normalize("NFKD").toLowerCase()
    .replace(/[\p{M}'’‘ʼ`´\-‐‑]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** The digits of a phone number as searches compare it: Lesotho's own (+266) without the prefix. */
export function foldPhone(contactDetails: string): string {
  const digits = contactDetails.replace(/\D/g, "");
  return digits.length > 8 ? digits.replace(/^(00)?266/, "") : digits;
}
