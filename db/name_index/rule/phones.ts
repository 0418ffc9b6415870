/** Phone numbers are indexed reversed, so that their last digits are a prefix. */
export function reversed(digits: string): string {
  return [...digits].reverse().join("");
}
