import type { Scope } from "./layers.ts";

/** The URL pattern of a file of routes/: `/(desk)/patients/[id]/index` is `/patients/:id`. */
export function patternOf(path: string): string {
  const parts = folders(path).filter((part) => !isGroup(part));
  if (parts.at(-1) === "index") parts.pop();
  return parts.map(partPattern).join("") || "/";
}

/** The folders of a file, groups included: layouts and middlewares apply by folder, not by URL. */
export function fileScope(path: string): Scope {
  const parts = folders(path);
  const last = parts.at(-1) ?? "";
  return last === "index" || last.startsWith("_") ? parts.slice(0, -1) : parts;
}

/** Sorts paths so that a fixed part is tried before `[id]`, that before `[[id]]`, and `[...rest]` last. */
export function comparePatterns(a: string, b: string): number {
  const [left, right] = [ranks(a), ranks(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : 1;
}

function folders(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function isGroup(part: string): boolean {
  return part.startsWith("(") && part.endsWith(")");
}

function partPattern(part: string): string {
  const rest = /^\[\.\.\.(\w+)\]$/.exec(part);
  if (rest) return `/:${rest[1]}*`;
  const optional = /^\[\[(\w+)\]\]$/.exec(part);
  if (optional) return `{/:${optional[1]}}?`;
  const names = part.split(/\[(\w+)\]/);
  return "/" + names.map((text, i) => i % 2 === 1 ? `:${text}` : fixedText(text, part)).join("");
}

function fixedText(text: string, part: string): string {
  if (/^[\w.~@-]*$/.test(text)) return text;
  throw new Error(`routes/: the name "${part}" is not a supported route pattern`);
}

function ranks(path: string): number[] {
  return folders(path).filter((part) => !isGroup(part)).map((part) => {
    if (part.startsWith("[...")) return 4;
    if (part.startsWith("[[")) return 3;
    if (part.startsWith("[")) return 2;
    return part.includes("[") ? 1 : 0;
  });
}
