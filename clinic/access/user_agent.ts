const MAX_LENGTH = 200; // the names that matter come before that

/**
 * What a User-Agent header says, in words that people know: "Firefox, Windows", or the name of a program that is no
 * browser, e.g. "curl". Nothing else of it is stored. Undefined where it names neither.
 */
export function describeUserAgent(header: string | null): string | undefined {
  const text = (header ?? "").slice(0, MAX_LENGTH);
  const words = [firstOf(BROWSERS, text) ?? programIn(text), firstOf(SYSTEMS, text)];
  return words.filter((word) => word !== undefined).join(", ") || undefined;
}

/** Each before those that it also calls itself. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\bWindows\b/, "Windows"],
  [/\bAndroid\b/, "Android"],
  [/\b(iPhone|iPad)\b/, "iOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

function firstOf(names: readonly [RegExp, string][], text: string): string | undefined {
  return names.find(([pattern]) => pattern.test(text))?.[1];
}

function programIn(text: string): string | undefined {
  const name = /^([A-Za-z][\w.-]{0,39})\//.exec(text)?.[1];
  return name === "Mozilla" ? undefined : name; // what every browser says first
}
