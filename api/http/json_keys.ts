import type { FieldError } from "@/clinic/errors.ts";

const DEEPEST = 20;

/**
 * What JSON.parse lets pass: a key named twice (which of the two counts differs from program to program), and nesting
 * deeper than any body here needs. `text` must be well-formed JSON.
 */
export function duplicateKeyOrDepth(text: string): FieldError | undefined {
  const open: (Set<string> | null)[] = []; // the keys seen in each open object, null for an array
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "{" || character === "[") {
      open.push(character === "{" ? new Set() : null);
      if (open.length > DEEPEST) {
        return { field: "", code: "too_deep", message: `Nested more than ${DEEPEST} deep.` };
      }
    } else if (character === "}" || character === "]") {
      open.pop();
    } else if (character === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (keys && isKey(text, end)) {
        const key = JSON.parse(text.slice(at, end)) as string; // "\u0061" and "a" are one key
        if (keys.has(key)) {
          return { field: key.slice(0, 100), code: "duplicate_key", message: "Named twice." };
        }
        keys.add(key);
      }
      at = end - 1;
    }
  }
  return undefined;
}

/** The index behind the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (WHITE_SPACE.has(text[at] ?? "")) at++;
  return text[at] === ":";
}

const WHITE_SPACE = new Set([" ", "\t", "\n", "\r"]);
