import type { Middleware } from "../request/handler_types.ts";

/** A route that matched. `run` is undefined when the path exists, but not for this method. */
export interface Match<State> {
  pattern: string;
  params: Record<string, string>;
  run: Middleware<State> | undefined;
}

interface Entry<State> {
  pattern: string;
  matcher: URLPattern | undefined;
  methods: Map<string, Middleware<State>>;
}

/** Finds routes by path: exact ones first, then patterns in the order in which they were added. */
export class Router<State> {
  readonly #exact = new Map<string, Entry<State>>();
  readonly #patterns: Entry<State>[] = [];

  /** `method` is a method's name or "ALL". The first route for a pattern and method counts. */
  add(pattern: string, method: string, run: Middleware<State>): void {
    const entry = this.#entry(pattern);
    if (!entry.methods.has(method)) entry.methods.set(method, run);
  }

  /** The route of `pathname` (as in a URL, percent-encoded) for `method`; HEAD falls back to GET. */
  match(method: string, pathname: string): Match<State> | undefined {
    const exact = this.#exact.get(pathname);
    if (exact) return { pattern: exact.pattern, params: {}, run: runFor(exact, method) };
    let otherMethod: Match<State> | undefined;
    for (const entry of this.#patterns) {
      const params = paramsOf(entry, pathname);
      if (!params) continue;
      const match = { pattern: entry.pattern, params, run: runFor(entry, method) };
      if (match.run) return match;
      otherMethod ??= match;
    }
    return otherMethod;
  }

  #entry(pattern: string): Entry<State> {
    const existing = this.#exact.get(pattern) ?? this.#patterns.find((entry) => entry.pattern === pattern);
    if (existing) return existing;
    const isFixed = !/[:*{}()?+\\]/.test(pattern);
    const matcher = isFixed ? undefined : new URLPattern({ pathname: pattern });
    const entry = { pattern, matcher, methods: new Map<string, Middleware<State>>() };
    if (isFixed) this.#exact.set(pattern, entry);
    else this.#patterns.push(entry);
    return entry;
  }
}

function runFor<State>({ methods }: Entry<State>, method: string): Middleware<State> | undefined {
  return methods.get(method) ?? (method === "HEAD" ? methods.get("GET") : undefined) ?? methods.get("ALL");
}

/** The decoded groups, or undefined when the path does not match or is not well-formed. */
function paramsOf<State>(entry: Entry<State>, pathname: string): Record<string, string> | undefined {
  const groups = entry.matcher?.exec({ pathname })?.pathname.groups;
  if (!groups) return undefined;
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value ?? "")]),
    );
  } catch {
    return undefined;
  }
}
