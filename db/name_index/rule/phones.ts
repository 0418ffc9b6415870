/** Phone numbers are kept from their end, so that the end of one is a beginning. */
export function reversed(digits: string): string {
  return [...digits].reverse().join("");
}
