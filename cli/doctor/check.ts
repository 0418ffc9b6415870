/** The result of one check, and what to do about it. `unknown` is where the system gives no answer. */
export interface Check {
  readonly about: string;
  readonly status: "well" | "warning" | "wrong" | "unknown";
  readonly message: string;
}

const SYMBOLS = { well: "✓", warning: "!", wrong: "✗", unknown: "?" } as const;

export function withSymbol({ status, message }: Check): string {
  return `${SYMBOLS[status]} ${message}`;
}

export const well = (about: string, message: string): Check => ({ about, status: "well", message });
export const warning = (about: string, message: string): Check => ({ about, status: "warning", message });
export const wrong = (about: string, message: string): Check => ({ about, status: "wrong", message });
export const unknown = (about: string, message: string): Check => ({ about, status: "unknown", message });
