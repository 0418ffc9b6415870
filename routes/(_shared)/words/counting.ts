import type { Language } from "@/clinic/staff/own_language.ts";

/**
 * Makes the texts of a language that hold a number: `count("1 patient", "# patients")` is a function of the number, which
 * takes the place of `#`.
 */
export function counting(language: Language): (one: string, other: string) => (n: number) => string {
  const rules = new Intl.PluralRules(language); // knows Sesotho, which Intl's dates and numbers do not
  return (one, other) => (n) => (rules.select(n) === "one" ? one : other).replace("#", grouped(n));
}

/** "20,000": Lesotho writes numbers as English does. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
